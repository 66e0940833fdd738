// SPDX-License-Identifier: Apache-2.0

/// What a reader accepts of one document; every limit has a name that errors repeat.
public struct ReadLimits: Hashable, Sendable {
    /// `document-bytes`: the size of a document, before decoding.
    ///
    /// Default 512 MiB.
    public var documentBytes: Int
    /// `depth`: nesting of elements or JSON values.
    ///
    /// Default 200, which every libxml2 from 2.9 on can reach.
    public var depth: Int
    /// `value-bytes`: one attribute value or one piece of text.
    ///
    /// Default 8 MiB, below libxml2's own 10 MB.
    public var valueBytes: Int
    /// `nodes`: elements or JSON values.
    ///
    /// Default 20 million.
    public var nodes: Int
    /// `names`: different names, link relations and link types.
    ///
    /// Default 65,535.
    public var names: Int

    /// Limits; each has a default.
    public init(
        documentBytes: Int = 512 << 20,
        depth: Int = 200,
        valueBytes: Int = 8 << 20,
        nodes: Int = 20_000_000,
        names: Int = 65_535
    ) {
        self.documentBytes = documentBytes
        self.depth = depth
        self.valueBytes = valueBytes
        self.nodes = nodes
        self.names = names
    }

    /// The defaults.
    public static let standard = ReadLimits()
}
