// SPDX-License-Identifier: Apache-2.0

public import NodeStore

/// Reads an XML document chunk by chunk into a ``NodeStore``; the result does not depend on where it was cut.
///
/// See ``XMLReader`` for what is kept. One reader reads one document, on one thread at a time.
public final class XMLStreamReader {
    private var session: ParseSession?
    private let limits: ReadLimits
    private let label: String?
    /// The first bytes, held back until they tell their encoding.
    private var head: [UInt8] = []
    private var isSniffed = false
    /// Nil as long as the bytes are UTF-8.
    private var transcoder: Transcoder?
    private var received = 0
    private var hasContent = false
    private var failure: ReadFailure?
    private var isFinished = false

    /// A reader of one document.
    ///
    /// - Parameters:
    ///   - shape: what links look like.
    ///   - limits: what a document may have.
    ///   - encoding: what the transport said; it beats the XML declaration but not a byte order mark.
    ///   - sizeHint: the expected size in bytes, 0 if unknown.
    public init(shape: LinkShape, limits: ReadLimits = .standard, encoding: String? = nil, sizeHint: Int = 0) {
        self.limits = limits
        label = encoding
        do {
            session = try ParseSession(shape: shape, limits: limits, sizeHint: sizeHint)
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

    /// Ends the document.
    ///
    /// - Throws: what is wrong, with line and column.
    public func finish() throws(ReadFailure) -> NodeStore {
        if isFinished { throw ReadFailure(.malformed, "The reader was finished before.", line: 1, column: 1) }
        isFinished = true
        if failure == nil, !isSniffed { head.withUnsafeBufferPointer { sniff($0, isLast: true) } }
        if failure == nil, let transcoder, transcoder.isInsideCharacter { failure = transcoder.failure }
        if failure == nil, !hasContent {
            failure = ReadFailure(.empty, "The document is empty.", line: 1, column: 1)
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
        } else if isSniffed {
            decode(chunk)
        } else if head.isEmpty {
            sniff(chunk, isLast: false)
            if !isSniffed, failure == nil { head = Array(chunk) }
        } else {
            head.append(contentsOf: chunk)
            head.withUnsafeBufferPointer { sniff($0, isLast: false) }
            if isSniffed { head = [] }
        }
    }

    private func sniff(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        switch TextEncoding.sniff(bytes, label: label, isWhole: isLast) {
        case .undecided:
            return
        case .unknown(let name):
            failure = TextEncoding.unknown(name)
        case .known(let encoding, let skip):
            isSniffed = true
            if encoding != .utf8 { transcoder = Transcoder(encoding) }
            decode(UnsafeBufferPointer(rebasing: bytes.dropFirst(skip)))
        }
    }

    private func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard transcoder != nil else { return parse(bytes) }
        var decoded: [UInt8] = []
        let isText = transcoder?.decode(bytes, into: &decoded) ?? true
        decoded.withUnsafeBufferPointer { parse($0) }
        if failure == nil, !isText, let transcoder { failure = transcoder.failure }
    }

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !hasContent { hasContent = bytes.contains { $0 > 0x20 } }
        session?.feed(bytes)
        failure = session?.failure
    }
}
