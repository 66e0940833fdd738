// SPDX-License-Identifier: Apache-2.0

/// Finds the tags of a well-formed document, passing over all that is none.
struct XMLTagScanner {
    /// What was found.
    enum Tag {
        /// A start tag; parent and children are left to the caller.
        case start(XMLOutline.Element)
        /// An end tag.
        case end(Range<Int>)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag, or nil at the end.
    mutating func next() -> Tag? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                step()
                continue
            }
            if starts("<!--") {
                skip(past: "-->")
            } else if starts("<![CDATA[") {
                skip(past: "]]>")
            } else if starts("<?") {
                skip(past: "?>")
            } else if starts("</") {
                let start = position
                skip(past: ">")
                return .end(start..<position)
            } else {
                return .start(startTag())
            }
        }
        return nil
    }

    private mutating func startTag() -> XMLOutline.Element {
        let start = position
        let startLine = line
        step()
        let name = word()
        let nameEnd = position
        var attributes: [XMLOutline.Attribute] = []
        var isSelfClosed = false
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            let byte = bytes[position]
            if byte == UInt8(ascii: "/") {
                isSelfClosed = true
                step()
            } else if byte <= 0x20 || byte == UInt8(ascii: "=") {
                step()
            } else {
                let attribute = word()
                while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "=") { step() }
                guard position < bytes.count else { break }
                let quote = bytes[position]
                step()
                let value = position
                while position < bytes.count, bytes[position] != quote { step() }
                attributes.append(XMLOutline.Attribute(name: attribute, value: value..<position))
                if position < bytes.count { step() }
            }
        }
        if position < bytes.count { step() }
        return XMLOutline.Element(
            name: name,
            line: startLine,
            parent: nil,
            attributes: attributes,
            startTag: start..<position,
            nameEnd: nameEnd,
            content: position..<position,
            whole: start..<position,
            isSelfClosed: isSelfClosed
        )
    }

    private mutating func word() -> String {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
                break
            }
            step()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func step() {
        if bytes[position] == 0x0A { line += 1 }
        position += 1
    }

    private func starts(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return text.withUTF8Buffer { bytes[position..<position + count].elementsEqual($0) }
    }

    private mutating func skip(past end: StaticString) {
        while position < bytes.count, !starts(end) { step() }
        for _ in 0..<min(end.utf8CodeUnitCount, bytes.count - position) { step() }
    }
}
