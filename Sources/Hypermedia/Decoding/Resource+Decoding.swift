// SPDX-License-Identifier: Apache-2.0

extension Resource {
    /// The resource as a value of the caller's own type.
    ///
    /// Keys are names of attributes, elements or members, without regard to ASCII case, in XML and JSON alike. An array
    /// takes the elements of its name: those that repeat, or those inside the wrapper of that name; none where there
    /// is nothing. Numbers and truth values are read from their text, so that both formats give the same.
    ///
    /// ```swift
    /// struct Job: Decodable {
    ///     let name: String
    ///     let scheduleEnabled: Bool?
    /// }
    /// let job = try resource.decode(Job.self)
    /// ```
    ///
    /// - Parameter type: the type; an array of it for the items of a collection.
    /// - Throws: `DecodingError` with the path of what is missing or of another kind; values are not quoted in it.
    public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try ResourceDecoder(node: .elements([self]), codingPath: []).decode(type)
    }
}
