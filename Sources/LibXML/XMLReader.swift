// SPDX-License-Identifier: Apache-2.0

public import NodeStore

/// Reads whole XML documents into a ``NodeStore``.
///
/// Local names only; the namespace of the root is kept as `rootNamespace`. Declarations of namespaces are dropped,
/// comments and processing instructions skipped, CDATA is text. Attributes with a prefix keep it (`xsi:nil`).
/// A document type declaration is refused, so there are no entities beyond the five of XML and character references,
/// and nothing is ever fetched.
public struct XMLReader: Sendable {
    /// Up to here one call over all bytes is faster than pieces; beyond, copying the document costs more.
    private static let wholeLimit = 4 << 20

    private let shape: LinkShape
    private let limits: ReadLimits

    /// A reader.
    ///
    /// - Parameters:
    ///   - shape: what links look like.
    ///   - limits: what a document may have.
    public init(shape: LinkShape, limits: ReadLimits = .standard) {
        self.shape = shape
        self.limits = limits
    }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: the document in UTF-8, UTF-16, ISO-8859-1 or Windows-1252.
    ///   - encoding: what the transport said (the charset of the media type); it beats the XML declaration but not a
    ///     byte order mark.
    /// - Throws: what is wrong, with line and column.
    public func read(_ bytes: [UInt8], encoding: String? = nil) throws(ReadFailure) -> NodeStore {
        if bytes.count > 0, bytes.count <= min(Self.wholeLimit, limits.documentBytes),
            let skipped = bytes.withUnsafeBufferPointer({ Self.markOfUTF8($0, label: encoding) }),
            let store = try readWhole(bytes, skipping: skipped)
        {
            return store
        }
        let reader = XMLStreamReader(shape: shape, limits: limits, encoding: encoding, sizeHint: bytes.count)
        try reader.feed(bytes)
        return try reader.finish()
    }

    /// The nodes of a document that should be UTF-8, or nil if it is not: only the stream reader can say where.
    private func readWhole(_ bytes: [UInt8], skipping skipped: Int) throws(ReadFailure) -> NodeStore? {
        try bytes.withUnsafeBufferPointer { bytes throws(ReadFailure) in
            let session = try ParseSession(
                whole: UnsafeBufferPointer(rebasing: bytes.dropFirst(skipped)),
                shape: shape,
                limits: limits
            )
            session.parseWhole()
            if session.isBadText { return nil }
            if let failure = session.failure { throw failure }
            return session.freeze()
        }
    }

    /// How many bytes of byte order mark to skip if a document calls itself UTF-8 and is not blank, else nil.
    private static func markOfUTF8(_ bytes: UnsafeBufferPointer<UInt8>, label: String?) -> Int? {
        guard case .known(.utf8, let skip) = TextEncoding.sniff(bytes, label: label, isWhole: true) else { return nil }
        // The stream reader has words for a blank one.
        return bytes.dropFirst(skip).contains { $0 > 0x20 } ? skip : nil
    }
}
