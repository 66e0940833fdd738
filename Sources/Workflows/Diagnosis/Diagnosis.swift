// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// The answer to the question why a link is missing, ambiguous or refused.
public struct Diagnosis: Hashable, Sendable {
    /// What was found where the link was looked for; more may be added.
    public struct Finding: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The word.
        public let rawValue: String
        /// A finding by its word.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The word.
        public var description: String { rawValue }

        /// The link is offered.
        public static let offered = Finding(rawValue: "offered")
        /// No such link is offered.
        public static let missing = Finding(rawValue: "missing")
        /// Several links fit.
        public static let ambiguous = Finding(rawValue: "ambiguous")
        /// The link is offered and was refused.
        public static let refused = Finding(rawValue: "refused")
        /// No session could be had.
        public static let unreachable = Finding(rawValue: "unreachable")
    }

    /// The path that the question was about.
    public let path: RelPath
    /// What was found.
    public let finding: Finding
    /// What was found, in a sentence.
    public let sentence: String
    /// The reasons, the likeliest first; none if nothing speaks against the link.
    public let causes: [Cause]

    init(_ path: RelPath, _ finding: Finding, _ sentence: String, causes: [Cause]) {
        self.path = path
        self.finding = finding
        self.sentence = sentence
        // Among causes that are as sure, the checks come in the order that settles most questions.
        self.causes = causes.enumerated().sorted { left, right in
            (right.element.certainty, left.offset) < (left.element.certainty, right.offset)
        }.map(\.element)
    }
}
