// SPDX-License-Identifier: Apache-2.0

public import NodeStore

/// Reads JSON (RFC 8259) into the same store that XML is read into.
///
/// Nothing of a document is lost: order, spelling of keys, lexemes of numbers, `null` and empty arrays stay as nodes.
/// The root has the name "", since JSON has none. Nesting costs heap, not stack, so a depth limit of any size is safe.
public struct JSONReader: Sendable {
    private let shape: FoldedShape
    private let limits: ReadLimits

    /// A reader for one dialect.
    ///
    /// - Parameters:
    ///   - shape: how the dialect's JSON differs from its XML.
    ///   - limits: what a document may have.
    public init(shape: JSONShape, limits: ReadLimits = .standard) {
        self.shape = FoldedShape(shape)
        self.limits = limits
    }

    /// Reads one whole document in UTF-8; a byte order mark is skipped.
    ///
    /// - Throws: where and why the bytes are no JSON, or which limit was passed. Lines and columns count from 1,
    ///   columns in Unicode scalars.
    public func read(_ bytes: [UInt8]) throws(ReadFailure) -> NodeStore {
        // The store counts bytes with 32 bits, whatever the limit says.
        let most = min(limits.documentBytes, Int(UInt32.max) - 1)
        guard bytes.count <= most else {
            throw ReadFailure(
                .limit,
                "The document has \(bytes.count) bytes, more than the \(most) of the limit document-bytes; "
                    + "ask for less at once, or raise the limit.",
                line: 1,
                column: 1,
                limit: "document-bytes"
            )
        }
        var parser = DocumentParser(bytes: bytes, shape: shape, limits: limits)
        try parser.parse()
        return parser.finish()
    }
}
