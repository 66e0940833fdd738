// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// The way of a document's bytes to a parser that reads UTF-8: finds out the encoding, then decodes, chunk by chunk.
struct TextInput {
    private let label: String?
    /// The first bytes, held back until they tell their encoding.
    private var head: [UInt8] = []
    private var isSniffed = false
    /// Nil as long as the bytes are UTF-8.
    private var transcoder: Transcoder?
    private var hasContent = false

    /// The way of one document.
    ///
    /// - Parameter label: what the transport said; it beats the XML declaration but not a byte order mark.
    init(label: String?) { self.label = label }

    /// Passes the next bytes on in UTF-8; nil, or why they are no text.
    mutating func feed(
        _ chunk: UnsafeBufferPointer<UInt8>,
        to parse: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> ReadFailure? {
        if isSniffed { return decode(chunk, to: parse) }
        if head.isEmpty {
            let failure = sniff(chunk, isLast: false, to: parse)
            if !isSniffed, failure == nil { head = Array(chunk) }
            return failure
        }
        head.append(contentsOf: chunk)
        let whole = head
        let failure = whole.withUnsafeBufferPointer { sniff($0, isLast: false, to: parse) }
        if isSniffed { head = [] }
        return failure
    }

    /// Passes on what was held back; nil, or why the document ends wrongly.
    mutating func finish(to parse: (UnsafeBufferPointer<UInt8>) -> Void) -> ReadFailure? {
        if !isSniffed {
            let whole = head
            if let failure = whole.withUnsafeBufferPointer({ sniff($0, isLast: true, to: parse) }) { return failure }
        }
        if let transcoder, transcoder.isInsideCharacter { return transcoder.failure }
        return hasContent ? nil : ReadFailure(.empty, "The document is empty.", line: 1, column: 1)
    }

    private mutating func sniff(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        to parse: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> ReadFailure? {
        switch TextEncoding.sniff(bytes, label: label, isWhole: isLast) {
        case .undecided:
            return nil
        case .unknown(let name):
            return TextEncoding.unknown(name)
        case .known(let encoding, let skip):
            isSniffed = true
            if encoding != .utf8 { transcoder = Transcoder(encoding) }
            return decode(UnsafeBufferPointer(rebasing: bytes.dropFirst(skip)), to: parse)
        }
    }

    private mutating func decode(
        _ bytes: UnsafeBufferPointer<UInt8>,
        to parse: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> ReadFailure? {
        guard transcoder != nil else {
            pass(bytes, to: parse)
            return nil
        }
        var decoded: [UInt8] = []
        let isText = transcoder?.decode(bytes, into: &decoded) ?? true
        decoded.withUnsafeBufferPointer { pass($0, to: parse) }
        return isText ? nil : transcoder?.failure
    }

    private mutating func pass(
        _ bytes: UnsafeBufferPointer<UInt8>,
        to parse: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        if !hasContent { hasContent = bytes.contains { $0 > 0x20 } }
        parse(bytes)
    }
}
