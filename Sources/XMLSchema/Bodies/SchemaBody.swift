// SPDX-License-Identifier: Apache-2.0

public import JSONReader

/// A document made by a schema: everything in the order of the schema, to be written as XML or JSON.
public struct SchemaBody: Hashable, Sendable {
    /// The root element.
    public let root: SchemaBodyNode
    /// The namespace of the document; nil if it has none.
    public let namespace: String?

    /// A document.
    public init(root: SchemaBodyNode, namespace: String?) {
        self.root = root
        self.namespace = namespace
    }

    /// The document as XML in UTF-8, indented.
    public func xml() -> [UInt8] { Array(SchemaXMLWriter.write(self).utf8) }

    /// The document as JSON in UTF-8, indented: the content of the root, as JSON shows no root.
    ///
    /// - Parameter shape: how the JSON of the dialect differs from its XML.
    public func json(_ shape: JSONShape) -> [UInt8] {
        Array((SchemaJSONWriter(JSONNaming(shape)).write(root) + "\n").utf8)
    }
}
