// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import NodeStore

/// What the callbacks of one parse share.
///
/// It lives behind a raw pointer that only the parse's own thread uses: state in a class would pay an exclusivity
/// check for every access, which costs more than parsing.
struct ParseState: ~Copyable {
    var builder: NodeBuilder
    let names: NameCache
    /// The parser that calls back; it outlives every callback.
    let parser: xmlParserCtxtPtr
    /// What was taken out of the builder so far, one document after the other.
    var passages: [NodeStore] = []
    /// Whether the root element was begun.
    private(set) var hasRoot = false
    /// The first thing that went wrong; nothing after it counts.
    var failure: ReadFailure?
    /// The code that libxml2 gave the failure, 0 if it is ours.
    var libraryCode: Int32 = 0

    init(parser: xmlParserCtxtPtr, shape: LinkShape, limits: ReadLimits, sizeHint: Int) {
        self.parser = parser
        builder = NodeBuilder(shape: shape, limits: limits, sizeHint: sizeHint)
        names = NameCache(shape: shape)
    }

    /// Notes a failure where the parser stands, and stops it.
    @inline(never)
    mutating func stop(_ code: ReadFailure.Code, _ message: String, limit: String? = nil) {
        if failure == nil {
            failure = ReadFailure(
                code,
                message,
                line: Int(emwalk_line(parser)),
                column: Int(emwalk_column(parser)),
                limit: limit
            )
        }
        xmlStopParser(parser)
    }

    @inline(never)
    mutating func noteRoot(_ namespace: UnsafePointer<UInt8>?) {
        hasRoot = true
        builder.rootNamespace = namespace.map { String(cString: $0) }
    }

    @inline(__always)
    mutating func checkLimits() {
        if builder.isOverLimit { stopAtLimit() }
    }

    @inline(never)
    private mutating func stopAtLimit() {
        guard let limit = builder.exceeded else { return }
        stop(.limit, "The document exceeds the limit '\(limit)'.", limit: limit)
    }

    /// Notes an error of libxml2; warnings do not count.
    mutating func note(_ error: xmlError) {
        guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        libraryCode = error.code
        failure = ReadFailure(
            .malformed,
            error.trimmedMessage,
            line: max(1, Int(error.line)),
            column: max(1, Int(error.int2))
        )
    }

    /// Notes that the next bytes are no text.
    mutating func stopAtBadText() {
        stop(.encoding, "The document holds bytes that are not UTF-8.")
    }

    /// Says it in plain words if the end of input was the failure; versions word and number it differently.
    mutating func explainTruncation() {
        let codes = [XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_EMPTY]
        guard let former = failure, builder.depth > 0, codes.contains(where: { Int32($0.rawValue) == libraryCode })
        else { return }
        failure = ReadFailure(
            former.code,
            "The document ends before its elements do; it was cut off.",
            line: former.line,
            column: former.column
        )
    }
}
