// SPDX-License-Identifier: Apache-2.0

/// One reason why a link is not there, is not the only one, or does not work.
public struct Cause: Hashable, Sendable {
    /// What kind of reason it is; more may be added.
    public struct Kind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The word.
        public let rawValue: String
        /// A kind by its word.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The word.
        public var description: String { rawValue }

        /// The resource is the reference, and the entity has the link.
        public static let reference = Kind(rawValue: "reference")
        /// The resource is a list, and its items have the link.
        public static let collection = Kind(rawValue: "collection")
        /// The relation, type or name is not spelt as the server spells it.
        public static let misspelt = Kind(rawValue: "misspelt")
        /// The resource is of a kind that has no such link.
        public static let wrongKind = Kind(rawValue: "wrong-kind")
        /// Other resources have the link.
        public static let otherResource = Kind(rawValue: "other-resource")
        /// The state of the resource does not allow it.
        public static let state = Kind(rawValue: "state")
        /// The session speaks a version of the API without it.
        public static let version = Kind(rawValue: "api-version")
        /// The role of the account does not allow it.
        public static let role = Kind(rawValue: "role")
        /// Another product or port answers.
        public static let product = Kind(rawValue: "wrong-product")
        /// Several links fit, and more could be said of the one that is meant.
        public static let ambiguous = Kind(rawValue: "ambiguous")
        /// Several links fit, and nothing but their hrefs tells them apart.
        public static let indistinct = Kind(rawValue: "indistinct")
        /// No resource is known to offer it.
        public static let neverOffered = Kind(rawValue: "never-offered")
        /// What decides is not documented.
        public static let undocumented = Kind(rawValue: "undocumented")
        /// The path goes on behind a link that writes.
        public static let writeInPath = Kind(rawValue: "write-in-path")
        /// No item of a collection, or several, have what was asked for.
        public static let item = Kind(rawValue: "item")
        /// What the link led to is gone.
        public static let gone = Kind(rawValue: "gone")
        /// The server refused for a reason of its own.
        public static let server = Kind(rawValue: "server")
    }

    /// How sure it is.
    public enum Certainty: Int, Hashable, Sendable, Comparable {
        /// It may be so.
        case possible
        /// What is known makes it likely.
        case likely
        /// What was seen proves it.
        case certain

        /// The word.
        public var word: String {
            switch self {
            case .possible: "possible"
            case .likely: "likely"
            case .certain: "certain"
            }
        }

        /// From what may be so to what is.
        public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
    }

    /// What kind of reason it is.
    public let kind: Kind
    /// How sure it is.
    public var certainty: Certainty
    /// The reason in a sentence or two.
    public let sentence: String
    /// What was seen.
    public let evidence: [Evidence]
    /// Where the knowledge behind it comes from; nil if what was seen is enough.
    public let source: String?
    /// What to do now.
    public let remedies: [Remedy]

    init(
        _ kind: Kind,
        _ certainty: Certainty,
        _ sentence: String,
        evidence: [Evidence] = [],
        source: String? = nil,
        remedies: [Remedy] = []
    ) {
        self.kind = kind
        self.certainty = certainty
        self.sentence = sentence
        self.evidence = evidence
        self.source = source
        self.remedies = remedies
    }
}
