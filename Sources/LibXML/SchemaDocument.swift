// SPDX-License-Identifier: Apache-2.0

/// One document of a schema: a name that others include it by, and its bytes.
///
/// A schema in modules is given as its door and everything the door includes; nothing is ever fetched.
public struct SchemaDocument: Hashable, Sendable {
    /// The name, relative to the folder of the first document, with `/` between folders: `parts/common.xsd`.
    ///
    /// Errors repeat it.
    public let name: String
    /// The document, in an encoding that the XML reader reads.
    public let bytes: [UInt8]

    /// A document.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
