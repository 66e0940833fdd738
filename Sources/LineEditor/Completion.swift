// SPDX-License-Identifier: Apache-2.0

/// What may stand where the cursor is.
public struct Completion: Hashable, Sendable {
    /// One way to go on.
    public struct Candidate: Hashable, Sendable {
        /// What takes the place of what was typed.
        public let text: String
        /// What is shown where there are several.
        public let label: String
        /// Whether more belongs to the same word, so that no blank follows.
        public let isOpen: Bool

        /// A way to go on.
        public init(_ text: String, label: String? = nil, isOpen: Bool = false) {
            self.text = text
            self.label = label ?? text
            self.isOpen = isOpen
        }
    }

    /// The end of the line before the cursor that candidates take the place of.
    public let typed: String
    /// The ways to go on, in the order in which they are shown.
    public let candidates: [Candidate]

    /// Ways to go on.
    public init(typed: String, candidates: [Candidate]) {
        self.typed = typed
        self.candidates = candidates
    }
}
