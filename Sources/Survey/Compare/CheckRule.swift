// SPDX-License-Identifier: Apache-2.0

/// A rule that the documents of a snapshot are held to; each has a stable word and a reason.
public struct CheckRule: RawRepresentable, Hashable, Sendable, Codable {
    /// The word, by which it is suppressed.
    public let rawValue: String
    /// A rule by its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A link that is offered leads to nothing.
    public static let danglingLink = CheckRule(rawValue: "dangling-link")
    /// A link leads to another host than the one that offers it.
    public static let foreignHost = CheckRule(rawValue: "foreign-host")
    /// Two links of one resource differ in nothing but where they lead.
    public static let ambiguousLink = CheckRule(rawValue: "ambiguous-link")
    /// The relation of a link is not known, so nobody knows by which verb it is followed.
    public static let unknownRel = CheckRule(rawValue: "unknown-rel")
    /// An alternate of something does not have that as its alternate.
    public static let oneWayAlternate = CheckRule(rawValue: "one-way-alternate")
    /// What is listed below something leads up to another thing of that kind.
    public static let upElsewhere = CheckRule(rawValue: "up-elsewhere")
    /// A link leads to another element than its type promises.
    public static let typeMismatch = CheckRule(rawValue: "type-mismatch")
    /// A document breaks the schema.
    public static let schema = CheckRule(rawValue: "schema")
    /// XML and JSON do not say the same.
    public static let formatsDiffer = CheckRule(rawValue: "formats-differ")

    /// Every rule, in the order in which they are checked, with the reason for it.
    public static let all: [(rule: CheckRule, reason: String)] = [
        (danglingLink, "A client is meant to get everywhere by following links; one that leads nowhere stops it."),
        (foreignHost, "Credentials stay at the entry origin, so a link to another host is not followed without leave."),
        (
            ambiguousLink,
            "A client that selects by relation, type and name finds several; where hrefs are opaque, none."
        ),
        (unknownRel, "A link whose verb is not known cannot be followed."),
        (oneWayAlternate, "The two representations of one thing point at each other."),
        (upElsewhere, "What is listed below something has that above it."),
        (typeMismatch, "A client prepares for what the type of a link promises."),
        (schema, "A document that breaks the schema is read in surprising ways."),
        (formatsDiffer, "XML and JSON are two spellings of one graph."),
    ]

    /// Why the rule is there; nil for one that is not known.
    public var reason: String? { CheckRule.all.first { $0.rule == self }?.reason }
}
