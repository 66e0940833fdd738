// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import NodeStore

/// Owns one parser of libxml2 and the state of its callbacks, and frees both.
///
/// No pointer of it gets out.
struct ParseSession: ~Copyable {
    /// The largest piece that libxml2 is given at once: it looks ahead in what it has, and gives up after 10 MB.
    private static let slice = 64 << 10
    /// How far past the longest value the look-ahead may reach: the rest of a start tag.
    private static let tagAllowance = 1 << 20

    private let parser: xmlParserCtxtPtr
    /// Where a pull parser reads from.
    private let source: UnsafeMutablePointer<PullSource>?
    private let state: UnsafeMutablePointer<ParseState>
    private let limits: ReadLimits
    private var fed = 0
    private var check = UTF8Check()
    /// From how many bytes on a passage ends; nil if the document is read as one.
    private let passage: Int?

    /// A session that is fed.
    init(shape: LinkShape, limits: ReadLimits, sizeHint: Int, passage: Int?) throws(ReadFailure) {
        _ = LibXML2.bootstrap
        guard let parser = emwalk_newPushParser() else { throw Self.outOfMemory }
        let hint = passage.map { min(sizeHint / 2, $0) * 2 } ?? sizeHint
        self.init(parser, source: nil, shape: shape, limits: limits, sizeHint: hint, passage: passage)
    }

    /// A session over a whole document, whose bytes outlive it.
    init(whole bytes: UnsafeBufferPointer<UInt8>, shape: LinkShape, limits: ReadLimits) throws(ReadFailure) {
        _ = LibXML2.bootstrap
        let source = UnsafeMutablePointer<PullSource>.allocate(capacity: 1)
        source.initialize(to: PullSource(bytes))
        guard let parser = emwalk_newPullParser(PullSource.read, source) else {
            source.deallocate()
            throw Self.outOfMemory
        }
        self.init(parser, source: source, shape: shape, limits: limits, sizeHint: bytes.count)
        fed = bytes.count
    }

    private init(
        _ parser: xmlParserCtxtPtr,
        source: UnsafeMutablePointer<PullSource>?,
        shape: LinkShape,
        limits: ReadLimits,
        sizeHint: Int,
        passage: Int? = nil
    ) {
        self.source = source
        self.passage = passage
        xmlCtxtUseOptions(parser, emwalk_saxOptions())
        state = .allocate(capacity: 1)
        state.initialize(to: ParseState(parser: parser, shape: shape, limits: limits, sizeHint: sizeHint))
        var handler = ParseHandler.make()
        emwalk_useHandler(parser, &handler, state)
        self.parser = parser
        self.limits = limits
    }

    deinit {
        emwalk_freeParser(parser)
        state.deinitialize(count: 1)
        state.deallocate()
        source?.deallocate()
    }

    private static var outOfMemory: ReadFailure { ReadFailure(.limit, "No memory for a parser.", limit: "memory") }

    /// Whether a whole document turned out not to be UTF-8: where, only a session that is fed can say.
    var isBadText: Bool { source?.pointee.isFaulty ?? false }

    /// The first thing that went wrong.
    var failure: ReadFailure? { state.pointee.failure }

    /// The failure that a limit was passed here.
    func limitFailure(_ limit: String) -> ReadFailure? {
        state.pointee.stop(.limit, "The document exceeds the limit '\(limit)'.", limit: limit)
        return failure
    }

    /// Parses the whole document of ``init(whole:shape:limits:)``.
    func parseWhole() {
        _ = LibXML2.collecting(ParseHandler.onError, into: state) { xmlParseDocument(parser) }
        // A NUL byte after the root looks like the end of input to libxml2.
        if failure == nil, emwalk_consumed(parser) < fed {
            state.pointee.stop(.malformed, "There is something other than markup after the root element.")
        }
        conclude()
    }

    /// Parses the next bytes of a document in UTF-8.
    mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
        let fault = check.firstFault(bytes)
        parseSlices(fault.map { UnsafeBufferPointer(rebasing: bytes[..<$0]) } ?? bytes)
        if fault != nil { state.pointee.stopAtBadText() }
    }

    private mutating func parseSlices(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        // A passage is to end soon after it has its size.
        let step = passage.map { min(Self.slice, max($0, 256)) } ?? Self.slice
        while start < bytes.count, failure == nil {
            let count = min(step, bytes.count - start)
            parse(UnsafeBufferPointer(rebasing: bytes[start..<(start + count)]), isLast: false)
            start += count
            fed += count
            if let passage, state.pointee.builder.passageBytes >= passage { state.pointee.builder.endPassageSoon() }
            if failure == nil, fed - Int(emwalk_consumed(parser)) > limits.valueBytes + Self.tagAllowance {
                state.pointee.stop(
                    .limit,
                    "A piece of markup exceeds the limit 'value-bytes'.",
                    limit: "value-bytes"
                )
            }
        }
    }

    /// Says that there are no more bytes.
    func end() {
        state.pointee.builder.endNoPassage()
        if check.isInsideCharacter { state.pointee.stopAtBadText() }
        if failure == nil { parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }
        conclude()
    }

    /// The passages that ended since this was asked before.
    func takePassages() -> [NodeStore] {
        defer { state.pointee.passages = [] }
        return state.pointee.passages
    }

    /// The nodes, after all went well; without those of passages that ended before.
    consuming func freeze() -> NodeStore {
        emwalk_freeParser(parser)
        let store = state.move().builder.freeze()
        state.deallocate()
        source?.deallocate()
        discard self
        return store
    }

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        _ = LibXML2.collecting(ParseHandler.onError, into: state) {
            bytes.withMemoryRebound(to: CChar.self) {
                xmlParseChunk(parser, $0.baseAddress, Int32(clamping: $0.count), isLast ? 1 : 0)
            }
        }
    }

    private func conclude() {
        if failure == nil, emwalk_isWellFormed(parser) == 0 || state.pointee.builder.isEmpty {
            state.pointee.stop(.malformed, "The document is not well formed.")
        }
        state.pointee.explainTruncation()
    }
}
