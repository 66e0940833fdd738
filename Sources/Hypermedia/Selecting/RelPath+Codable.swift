// SPDX-License-Identifier: Apache-2.0

extension RelPath: Codable {
    /// Reads the text of a path.
    ///
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/badPath`` if it cannot be read.
    public init(from decoder: any Decoder) throws {
        try self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text of the path, which reads as it was.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
