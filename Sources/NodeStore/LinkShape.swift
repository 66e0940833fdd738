// SPDX-License-Identifier: Apache-2.0

/// How links look in a dialect: which element is a link, which members it has, and which elements only hold links.
///
/// Names are compared without ASCII case. The values for a server come from its profile.
public struct LinkShape: Hashable, Sendable {
    /// The name of the link element, such as `Link`; empty if links are recognised by their container only.
    public var element: String
    /// Elements that only hold links; a link belongs to the nearest ancestor that is none of them.
    public var containers: [String]
    /// The attribute or member that holds the link relation.
    public var rel: String
    /// The attribute or member that holds the link type.
    public var type: String
    /// The attribute or member that holds the target.
    public var href: String
    /// The attribute or member that holds the name of the target.
    public var name: String
    /// Whether the link relation is the JSON key under which a link stands in its container, as in HAL's `_links`.
    public var relIsKey: Bool

    /// A link shape.
    public init(
        element: String,
        containers: [String],
        rel: String,
        type: String,
        href: String,
        name: String,
        relIsKey: Bool = false
    ) {
        self.element = element
        self.containers = containers
        self.rel = rel
        self.type = type
        self.href = href
        self.name = name
        self.relIsKey = relIsKey
    }
}
