// SPDX-License-Identifier: Apache-2.0

/// One document of a schema: its name and its bytes.
///
/// A schema in modules is given as its door and everything the door includes; nothing is ever fetched. The name is
/// what `xs:include` refers to (its last path component counts) and what errors repeat.
public struct SchemaDocument: Hashable, Sendable {
    /// What errors call it, such as `common.xsd`.
    public let name: String
    /// The document, in an encoding that the XML reader reads.
    public let bytes: [UInt8]

    /// A document.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
