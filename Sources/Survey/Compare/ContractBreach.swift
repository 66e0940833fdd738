// SPDX-License-Identifier: Apache-2.0

/// Where a server does not offer what a contract says.
public struct ContractBreach: Hashable, Sendable, Codable {
    /// Which rule it breaks; the words are stable.
    public struct Rule: RawRepresentable, Hashable, Sendable, Codable {
        /// The word.
        public let rawValue: String
        /// A rule by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// No resource of a kind was seen: nothing can be said of it.
        public static let kindGone = Rule(rawValue: "kind-gone")
        /// A kind of resource that the contract does not know.
        public static let kindNew = Rule(rawValue: "kind-new")
        /// No resource of a kind offers a link that they offered.
        public static let linkGone = Rule(rawValue: "link-gone")
        /// Some resources of a kind do not offer a link that each of them offered.
        public static let linkRarer = Rule(rawValue: "link-rarer")
        /// A resource offers a link more often than one ever did: a selector may find several.
        public static let linkMore = Rule(rawValue: "link-more")
        /// A kind of link that the contract does not know.
        public static let linkNew = Rule(rawValue: "link-new")
        /// A link leads to something else.
        public static let targetChanged = Rule(rawValue: "target-changed")
    }

    /// The rule.
    public let rule: Rule
    /// Whether it breaks programs that counted on the contract; what is only new breaks none.
    public let isBreaking: Bool
    /// The kind of resource.
    public let kind: String
    /// The relation of the link; nil if it is about all of the kind.
    public let rel: String?
    /// The type of the link; nil if it has none.
    public let type: String?
    /// One sentence.
    public let message: String
}
