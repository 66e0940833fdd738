// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import NodeStore

/// Owns one parser of libxml2, the validator plugged into it, and the state of their callbacks; frees all three.
///
/// There is no tree: libxml2's validator hears the same events as ``ValidationHandler``, right after it.
struct ValidationSession: ~Copyable {
    /// The largest piece that libxml2 is given at once: it looks ahead in what it has, and gives up after 10 MB.
    private static let slice = 64 << 10
    /// How far past the longest value the look-ahead may reach: the rest of a start tag.
    private static let tagAllowance = 1 << 20

    private let parser: xmlParserCtxtPtr
    private let validator: xmlSchemaValidCtxtPtr
    private let plug: xmlSchemaSAXPlugPtr
    private let state: UnsafeMutablePointer<ValidationState>
    private let limits: ReadLimits
    private var fed = 0
    private var check = UTF8Check()

    /// A session over one document.
    ///
    /// - Parameter schema: outlives the session.
    init(schema: xmlSchemaPtr, limits: ReadLimits) throws(ReadFailure) {
        _ = LibXML2.bootstrap
        guard let parser = emwalk_newPushParser() else { throw Self.outOfMemory }
        guard let validator = xmlSchemaNewValidCtxt(schema) else {
            xmlFreeParserCtxt(parser)
            throw Self.outOfMemory
        }
        xmlCtxtUseOptions(parser, emwalk_treeOptions())
        let state = UnsafeMutablePointer<ValidationState>.allocate(capacity: 1)
        state.initialize(to: ValidationState(parser: parser, limits: limits))
        var handler = ValidationHandler.make()
        emwalk_useHandler(parser, &handler, state)
        xmlSchemaSetValidStructuredErrors(validator, ValidationHandler.onError, state)
        guard let plug = emwalk_plug(validator, parser) else {
            xmlSchemaFreeValidCtxt(validator)
            xmlFreeParserCtxt(parser)
            state.deinitialize(count: 1)
            state.deallocate()
            throw Self.outOfMemory
        }
        (self.parser, self.validator, self.plug, self.state, self.limits) = (parser, validator, plug, state, limits)
    }

    deinit {
        // Unplugged first: the plug holds places in the parser and in the validator.
        xmlSchemaSAXUnplug(plug)
        xmlSchemaFreeValidCtxt(validator)
        emwalk_freeParser(parser)
        state.deinitialize(count: 1)
        state.deallocate()
    }

    private static var outOfMemory: ReadFailure { ReadFailure(.limit, "No memory for a validator.", limit: "memory") }

    /// The first thing that made the document unreadable.
    var failure: ReadFailure? { state.pointee.failure }

    /// The failure that a limit was passed here.
    func limitFailure(_ limit: String) -> ReadFailure? {
        state.pointee.stop(limit: limit)
        return failure
    }

    /// How many findings there are so far.
    var count: Int { state.pointee.findings.count }

    /// What was found so far, from one place on.
    func findings(from start: Int = 0) -> [SchemaFinding] {
        state.pointee.findings.dropFirst(start).map(\.finding)
    }

    /// Whether the root has no declaration.
    var isRootUnknown: Bool {
        state.pointee.findings.contains {
            $0.number == Int(XML_SCHEMAV_CVC_ELT_1.rawValue) && $0.steps.count == 1
        }
    }

    /// Parses the next bytes of a document in UTF-8.
    mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
        let fault = check.firstFault(bytes)
        parseSlices(fault.map { UnsafeBufferPointer(rebasing: bytes[..<$0]) } ?? bytes)
        if fault != nil { stopAtBadText() }
    }

    /// Says that there are no more bytes.
    func end() {
        if check.isInsideCharacter { stopAtBadText() }
        if failure == nil { parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }
        if failure == nil, emwalk_isWellFormed(parser) == 0 || state.pointee.elements == 0 {
            state.pointee.stop(.malformed, "The document is not well formed.")
        }
        state.pointee.explainTruncation()
    }

    private func stopAtBadText() {
        state.pointee.stop(.encoding, "The document holds bytes that are not UTF-8.")
    }

    private mutating func parseSlices(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < bytes.count, failure == nil {
            let count = min(Self.slice, bytes.count - start)
            parse(UnsafeBufferPointer(rebasing: bytes[start..<(start + count)]), isLast: false)
            start += count
            fed += count
            if failure == nil, fed - Int(emwalk_consumed(parser)) > limits.valueBytes + Self.tagAllowance {
                state.pointee.stop(
                    .limit,
                    "A piece of markup exceeds the limit 'value-bytes'.",
                    limit: "value-bytes"
                )
            }
        }
    }

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        _ = LibXML2.collecting(ValidationHandler.onError, into: state) {
            bytes.withMemoryRebound(to: CChar.self) {
                xmlParseChunk(parser, $0.baseAddress, Int32(clamping: $0.count), isLast ? 1 : 0)
            }
        }
    }
}
