// SPDX-License-Identifier: Apache-2.0

/// A path as typed: names, some with a number.
struct MemberPath {
    /// One name.
    struct Step {
        /// Without case.
        let folded: String
        /// As typed, without number and sign.
        let name: String
        let isAttribute: Bool
        /// From 1; nil if none was typed.
        let index: Int?
    }

    let text: String
    let steps: [Step]

    /// Reads a path; nil if it has an empty name or a number that is none.
    init?(_ text: String) {
        self.text = text
        var steps: [Step] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            var name = part
            var index: Int?
            if name.last == "]", let bracket = name.firstIndex(of: "[") {
                guard let number = Int(name[name.index(after: bracket)...].dropLast()), number > 0, number <= 100_000
                else { return nil }
                index = number
                name = name[..<bracket]
            }
            let isAttribute = name.first == "@"
            if isAttribute { name = name.dropFirst() }
            guard !name.isEmpty else { return nil }
            steps.append(
                Step(folded: name.lowercased(), name: String(name), isAttribute: isAttribute, index: index)
            )
        }
        // What is nested deeper than any reader reads is no body.
        guard steps.count <= 100 else { return nil }
        self.steps = steps
    }
}
