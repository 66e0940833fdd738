// SPDX-License-Identifier: Apache-2.0

/// An answer before it is written in one of the formats.
struct Element: Sendable {
    /// An attribute that is data, such as `Enabled` of a schedule.
    typealias Attribute = (name: String, value: Scalar)

    var name: String
    /// What a resource says of itself; nil for an element that is none.
    var identity: Identity?
    var attributes: [Attribute]
    /// The links; nil for a resource without a `Links` element.
    var links: [OfferedLink]?
    var content: [Content]
    var text: Scalar?

    init(
        _ name: String,
        _ identity: Identity? = nil,
        attributes: [Attribute] = [],
        links: [OfferedLink]? = nil,
        content: [Content] = [],
        text: Scalar? = nil
    ) {
        self.name = name
        self.identity = identity
        self.attributes = attributes
        self.links = links
        self.content = content
        self.text = text
    }

    /// A collection: a root with repeated items and no identity of its own.
    static func list(_ name: String, of item: String, _ items: [Element]) -> Element {
        Element(name, content: [.items(of: item, items)])
    }

    /// A collection whose items are made while they are written.
    static func list(_ name: String, of item: String, _ items: @escaping @Sendable () -> AnySequence<Element>)
        -> Element
    {
        Element(name, content: [.made(of: item, items)])
    }

    /// Whether there is a list inside that is made while it is written.
    var isLong: Bool { content.contains(where: \.isLong) }

    /// Whether this is an `EntityRef` or `Ref`, whose JSON has an order of its own.
    var isReference: Bool { name == "EntityRef" || name == "Ref" }
}
