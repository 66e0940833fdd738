// SPDX-License-Identifier: Apache-2.0

/// An element, attribute or text of a ``SchemaBody``.
public struct SchemaBodyNode: Hashable, Sendable {
    /// What a node holds.
    public indirect enum Content: Hashable, Sendable {
        /// A value, and what kind of value it is.
        case value(String, ValueKind)
        /// Attributes, text and elements, in the order of the schema.
        case nodes([SchemaBodyNode])
    }

    /// The name; empty for text.
    public let name: String
    /// What it is in XML.
    public let kind: SchemaMember.Kind
    /// What it holds.
    public let content: Content
    /// Whether the schema lets it stand there more than once, so that JSON has an array.
    public let isRepeatable: Bool

    /// A node.
    public init(
        name: String,
        kind: SchemaMember.Kind,
        content: Content,
        isRepeatable: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.content = content
        self.isRepeatable = isRepeatable
    }

    /// The nodes inside; none if it holds a value.
    public var nodes: [SchemaBodyNode] {
        if case .nodes(let nodes) = content { return nodes }
        return []
    }
}
