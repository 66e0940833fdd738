// SPDX-License-Identifier: Apache-2.0

/// One way to make a document wrong: one range of its bytes replaced.
struct Mutant {
    let mutation: Mutation
    /// The names from the root to the element concerned.
    let path: String
    /// The element concerned, or `@` and an attribute's name, in the element around it.
    let place: Place
    /// What was done there, such as `Links before TaskId`.
    let detail: String
    let range: Range<Int>
    let replacement: [UInt8]

    init(
        _ mutation: Mutation,
        path: String,
        place: Place,
        detail: String,
        replacing range: Range<Int>,
        with replacement: [UInt8]
    ) {
        self.mutation = mutation
        self.path = path
        self.place = place
        self.detail = detail
        self.range = range
        self.replacement = replacement
    }

    /// The document with the mutation in it.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        Array(bytes[..<range.lowerBound]) + replacement + bytes[range.upperBound...]
    }
}
