// SPDX-License-Identifier: Apache-2.0

public import NodeStore

/// Reads an XML document chunk by chunk into a ``NodeStore``; the result does not depend on where it was cut.
///
/// See ``XMLReader`` for what is kept. One reader reads one document, on one thread at a time.
public final class XMLStreamReader {
    private var session: ParseSession?
    private let limits: ReadLimits
    private var input: TextInput
    private var received = 0
    private var failure: ReadFailure?
    private var isFinished = false

    /// A reader of one document.
    ///
    /// - Parameters:
    ///   - shape: what links look like.
    ///   - limits: what a document may have.
    ///   - encoding: what the transport said; it beats the XML declaration but not a byte order mark.
    ///   - sizeHint: the expected size in bytes, 0 if unknown.
    ///   - passage: from how many bytes on what was read is handed out by ``takePassages()``, so that a list
    ///     longer than memory can be read; nil if the document is to come as one.
    public init(
        shape: LinkShape,
        limits: ReadLimits = .standard,
        encoding: String? = nil,
        sizeHint: Int = 0,
        passage: Int? = nil
    ) {
        self.limits = limits
        input = TextInput(label: encoding)
        do {
            session = try ParseSession(shape: shape, limits: limits, sizeHint: sizeHint, passage: passage)
        } catch {
            session = nil
            failure = error
        }
    }

    /// Reads the next bytes.
    ///
    /// - Throws: what is wrong, with line and column; every later call throws the same.
    public func feed(_ chunk: [UInt8]) throws(ReadFailure) {
        if isFinished { throw ReadFailure(.malformed, "The reader was finished before.", line: 1, column: 1) }
        chunk.withUnsafeBufferPointer { take($0) }
        if let failure { throw failure }
    }

    /// The passages that ended since this was asked before: documents with the root, its attributes and the children of
    /// it that were complete.
    public func takePassages() -> [NodeStore] { session?.takePassages() ?? [] }

    /// Ends the document.
    ///
    /// - Returns: its nodes; without the children of its root that were handed out as passages.
    /// - Throws: what is wrong, with line and column.
    public func finish() throws(ReadFailure) -> NodeStore {
        if isFinished { throw ReadFailure(.malformed, "The reader was finished before.", line: 1, column: 1) }
        isFinished = true
        if failure == nil {
            let inputFailure = input.finish { session?.feed($0) }
            failure = session?.failure ?? inputFailure
        }
        if failure == nil {
            session?.end()
            failure = session?.failure
        }
        if let failure { throw failure }
        guard let session = session.take() else {
            throw ReadFailure(.empty, "The document is empty.", line: 1, column: 1)
        }
        return session.freeze()
    }

    private func take(_ chunk: UnsafeBufferPointer<UInt8>) {
        guard failure == nil, chunk.count > 0 else { return }
        received += chunk.count
        if received > limits.documentBytes {
            failure = session?.limitFailure("document-bytes")
        } else {
            // What the parser met comes before what could not be decoded after it.
            let inputFailure = input.feed(chunk) { session?.feed($0) }
            failure = session?.failure ?? inputFailure
        }
    }
}
