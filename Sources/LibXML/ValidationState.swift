// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import NodeStore

/// What the callbacks of one validation share: the open elements, what is known of each, and what was found.
///
/// Names are pointers into the parser's dictionary, so that an element costs no string; it becomes one where
/// something is found. It lives behind a raw pointer that only the validation's own thread uses.
struct ValidationState: ~Copyable {
    typealias Name = UnsafePointer<UInt8>

    /// Equal siblings in a row.
    struct Run {
        let name: Name
        var count: Int
    }

    /// An open element.
    struct Frame {
        let name: Name
        let namespace: Name?
        let type: String?
        /// Its number in the document, from 0.
        let serial: Int
        let line: Int
        /// Where its children begin in the runs.
        let firstRun: Int
        /// Whether a finding waits for its last child.
        var isWatched = false
    }

    /// What the parser did last, which tells what an error is about.
    private enum Phase {
        case start
        case text
        case end
    }

    /// More are not kept: a document that breaks so much is of another kind than the schema.
    static let most = 10_000
    /// How much of a value is kept to be shown.
    static let valueBytes = 256

    /// The parser that calls back; it outlives every callback.
    let parser: xmlParserCtxtPtr
    let limits: ReadLimits
    /// The first thing that made the document unreadable.
    var failure: ReadFailure?
    /// The code that libxml2 gave the failure, 0 if it is ours.
    var libraryCode: Int32 = 0
    private(set) var frames: [Frame] = []
    /// The children of all open elements, those of the innermost last.
    private(set) var runs: [Run] = []
    var findings: [PendingFinding] = []
    /// The element that ended last, whose children are still in the runs.
    private var closed: Frame?
    private(set) var elements = 0
    private var phase = Phase.start
    private var text: [UInt8] = []
    private var textCount = 0
    /// The attributes of the element that begins, during that callback only.
    private var attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    private var attributeCount = 0

    init(parser: xmlParserCtxtPtr, limits: ReadLimits) {
        self.parser = parser
        self.limits = limits
    }

    // MARK: Events

    mutating func start(
        _ name: Name,
        namespace: Name?,
        attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
        count: Int
    ) {
        forgetClosed()
        let begin = frames.last?.firstRun ?? runs.count
        if !frames.isEmpty {
            if runs.count > begin, runs[runs.count - 1].name == name {
                runs[runs.count - 1].count += 1
            } else {
                runs.append(Run(name: name, count: 1))
            }
        }
        self.attributes = attributes
        attributeCount = count
        frames.append(
            Frame(
                name: name,
                namespace: namespace,
                type: count > 0 ? attribute(where: Self.isTypeOfInstance) : nil,
                serial: elements,
                line: Int(emwalk_line(parser)),
                firstRun: runs.count
            )
        )
        elements += 1
        phase = .start
        text.removeAll(keepingCapacity: true)
        textCount = 0
        if frames.count > limits.depth { stop(limit: "depth") }
        if elements > limits.nodes { stop(limit: "nodes") }
        for index in 0..<count where length(index) > limits.valueBytes { stop(limit: "value-bytes") }
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        forgetClosed()
        attributes = nil
        phase = .text
        if text.count < Self.valueBytes { text.append(contentsOf: piece.prefix(Self.valueBytes - text.count)) }
        textCount += piece.count
        if textCount > limits.valueBytes { stop(limit: "value-bytes") }
    }

    mutating func end() {
        forgetClosed()
        attributes = nil
        phase = .end
        closed = frames.popLast()
        textCount = 0
        if let closed, closed.isWatched { settle(closed) }
    }

    /// Drops the children of the element that ended, and its text, after all errors about it have come.
    private mutating func forgetClosed() {
        guard let frame = closed else { return }
        closed = nil
        runs.removeLast(runs.count - frame.firstRun)
        text.removeAll(keepingCapacity: true)
    }

    // MARK: Failures

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
    mutating func stop(limit: String) {
        stop(.limit, "The document exceeds the limit '\(limit)'.", limit: limit)
    }

    /// Notes an error of libxml2, of its parser or of its validator.
    mutating func note(_ error: xmlError) {
        guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        if error.domain == Int32(XML_FROM_SCHEMASV.rawValue) { return find(error) }
        libraryCode = error.code
        failure = ReadFailure(
            .malformed,
            error.trimmedMessage,
            line: max(1, Int(error.line)),
            column: max(1, Int(error.int2))
        )
    }

    /// Says it in plain words if the end of input was the failure; versions word and number it differently.
    mutating func explainTruncation() {
        let codes = [XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_EMPTY]
        guard let former = failure, !frames.isEmpty, codes.contains(where: { Int32($0.rawValue) == libraryCode })
        else { return }
        failure = ReadFailure(
            former.code,
            "The document ends before its elements do; it was cut off.",
            line: former.line,
            column: former.column
        )
    }

    // MARK: Findings

    private mutating func find(_ error: xmlError) {
        guard findings.count < Self.most else { return }
        let number = Int(error.code)
        var chain = frames
        var isClosed = false
        if phase == .end, let closed {
            chain.append(closed)
            isClosed = true
        } else if phase == .start, chain.count > 1, Self.isAboutParent(number) {
            chain.removeLast()
        }
        guard let subject = chain.last else { return }
        let message = error.trimmedMessage
        let attribute = phase == .start ? Self.attributeName(in: message) : nil
        var steps: [PendingFinding.Step] = []
        for (depth, frame) in chain.enumerated() {
            let siblings = depth > 0 ? runs[chain[depth - 1].firstRun..<frame.firstRun] : []
            steps.append(
                PendingFinding.Step(
                    step: SchemaContext.Step(
                        name: String(cString: frame.name),
                        namespace: frame.namespace.map { String(cString: $0) },
                        type: frame.type
                    ),
                    serial: frame.serial,
                    number: siblings.reduce(0) { $1.name == frame.name ? $0 + $1.count : $0 }
                )
            )
        }
        // An ancestor that is still open may yet get a second child of the same name, and more children after this.
        for depth in frames.indices { frames[depth].isWatched = true }
        let parent = chain.count > 1 ? chain[chain.count - 2] : nil
        let before = parent.map { runs[$0.firstRun..<subject.firstRun] } ?? []
        let isLeaf = runs.count == subject.firstRun
        findings.append(
            PendingFinding(
                line: subject.line,
                message: message,
                number: number,
                steps: steps,
                attribute: attribute,
                value: attribute.map { name in self.attribute { Self.spelling($0, $1) == name } }
                    ?? (isClosed && isLeaf ? String(decoding: text, as: UTF8.self) : nil),
                before: before.map(Self.plain),
                children: runs[subject.firstRun...].map(Self.plain)
            )
        )
    }

    /// Completes the findings that waited for the last child of an element.
    private mutating func settle(_ frame: Frame) {
        let children = runs[frame.firstRun...].map(Self.plain)
        for index in findings.indices.reversed() {
            // What was found before the element began has other elements at its depth.
            guard findings[index].settle(frame.serial, depth: frames.count, children: children) else { break }
        }
    }

    private static func plain(_ run: Run) -> SchemaContext.Run {
        SchemaContext.Run(name: String(cString: run.name), count: run.count)
    }

    /// Whether an error that comes when an element begins is about the element around it, which may have no content.
    private static func isAboutParent(_ number: Int) -> Bool {
        [
            XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3,
            XML_SCHEMAV_CVC_ELT_3_2_1, XML_SCHEMAV_CVC_TYPE_3_1_2,
        ].contains { Int($0.rawValue) == number }
    }

    /// The attribute that an error is about, which libxml2 says only in its message.
    ///
    /// `Element '{urn:x}a', attribute 'b': …`, or `… The attribute '{urn:y}b' is required but missing`: the same
    /// words from 2.9 to 2.15.
    private static func attributeName(in message: String) -> String? {
        for mark in [", attribute '", "The attribute '"] {
            guard let found = message.firstRange(of: mark) else { continue }
            let name = message[found.upperBound...].prefix { $0 != "'" }
            return String(name.split(separator: "}").last ?? name)
        }
        return nil
    }

    // MARK: Attributes

    /// The value of the first attribute whose local name and namespace fit, cut off where it is long.
    private func attribute(where fits: (Name, Name?) -> Bool) -> String? {
        guard let attributes else { return nil }
        for index in 0..<attributeCount {
            guard let local = attributes[index * 5], fits(local, attributes[index * 5 + 2]),
                let start = attributes[index * 5 + 3]
            else { continue }
            let shown = min(length(index), Self.valueBytes)
            let value = String(decoding: UnsafeBufferPointer(start: start, count: shown), as: UTF8.self)
            // Without NOENT an ampersand comes as a reference.
            return value.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&")
        }
        return nil
    }

    private func length(_ index: Int) -> Int {
        guard let start = attributes?[index * 5 + 3], let end = attributes?[index * 5 + 4] else { return 0 }
        return end - start
    }

    private static func spelling(_ local: Name, _: Name?) -> String { String(cString: local) }

    private static func isTypeOfInstance(_ local: Name, _ namespace: Name?) -> Bool {
        guard let namespace, strcmp(local, "type") == 0 else { return false }
        return strcmp(namespace, "http://www.w3.org/2001/XMLSchema-instance") == 0
    }

    private static func strcmp(_ left: Name, _ right: StaticString) -> Int32 {
        right.withUTF8Buffer { right in
            var index = 0
            while index < right.count, left[index] == right[index] { index += 1 }
            return index == right.count && left[index] == 0 ? 0 : 1
        }
    }
}
