// SPDX-License-Identifier: Apache-2.0

/// One document of a schema: a name that others include it by, and its bytes.
public struct SchemaSource: Hashable, Sendable {
    /// The name, relative to the folder of the first document, with `/` between folders: `parts/common.xsd`.
    public let name: String
    /// The document.
    public let bytes: [UInt8]

    /// A document.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
