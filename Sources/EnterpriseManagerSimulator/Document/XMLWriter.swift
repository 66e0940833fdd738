// SPDX-License-Identifier: Apache-2.0

/// Writes an element as EM writes XML, handing out hrefs on the way.
struct XMLWriter: DocumentWriter {
    /// The namespace of every version of the API [http_authentication].
    static let namespace = "http://www.veeam.com/ent/v1.0"

    /// What is still to be written, the next thing last.
    private enum Step {
        case element(Element, isRoot: Bool)
        case content(Content)
        case items(AnyIterator<Element>)
        case end(Element)
    }

    var issuer: HrefIssuer
    private let order: AttributeOrder
    private var steps: [Step]
    private var output: [UInt8] = []
    /// Whether the `>` of the last start tag is still to be written: an element without content has none.
    private var isTagOpen = false

    init(_ root: Element, order: AttributeOrder, issuer: HrefIssuer) {
        self.order = order
        self.issuer = issuer
        steps = [.element(root, isRoot: true)]
        put("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    }

    var isAtEnd: Bool { steps.isEmpty && output.isEmpty }

    mutating func next(atLeast size: Int) -> [UInt8]? {
        output.reserveCapacity(min(size, 4096))
        while output.count < size, let step = steps.popLast() { perform(step, until: size) }
        defer { output = [] }
        return output.isEmpty ? nil : output
    }

    private mutating func perform(_ step: Step, until size: Int) {
        switch step {
        case .element(let element, let isRoot):
            guard element.isLong else { return write(element, isRoot: isRoot) }
            start(element, isRoot: isRoot)
            steps.append(.end(element))
            for content in element.content.reversed() { steps.append(.content(content)) }
        case .content(.element(let element, _)): steps.append(.element(element, isRoot: false))
        case .content(.made(_, let items)): steps.append(.items(items().makeIterator()))
        case .content(let content): write(content)
        case .items(let items):
            while output.count < size {
                guard let item = items.next() else { return }
                write(item)
            }
            steps.append(step)
        case .end(let element): end(element)
        }
    }

    private mutating func write(_ element: Element, isRoot: Bool = false) {
        start(element, isRoot: isRoot)
        for content in element.content { write(content) }
        end(element)
    }

    private mutating func start(_ element: Element, isRoot: Bool) {
        closeTag()
        put("<")
        put(element.name)
        if isRoot { attribute("xmlns", XMLWriter.namespace) }
        if let identity = element.identity { write(identity, of: element) }
        for (name, value) in element.attributes { attribute(name, text(of: value)) }
        isTagOpen = true
        if let links = element.links { write(links, as: "Links") }
    }

    private mutating func end(_ element: Element) {
        if let value = element.text {
            let text = text(of: value)
            if !text.isEmpty {
                closeTag()
                escape(text)
            }
        }
        if isTagOpen {
            isTagOpen = false
            return put("/>")
        }
        put("</")
        put(element.name)
        put(">")
    }

    private mutating func closeTag() {
        guard isTagOpen else { return }
        isTagOpen = false
        put(">")
    }

    private mutating func write(_ content: Content) {
        switch content {
        case .element(let element, _): write(element)
        case .items(_, let items): for item in items { write(item) }
        case .made(_, let items): for item in items() { write(item) }
        case .repeated(let name, let values): for value in values { write(Element(name, text: .text(value))) }
        case .texts(let wrapper, let name, let values):
            write(Element(wrapper, content: [.repeated(name, values)]))
        case .links(let name, let links): write(links, as: name)
        case .absent: break
        }
    }

    private mutating func write(_ identity: Identity, of element: Element) {
        let href = identity.address.map { issuer.issue($0) }
        let uid = identity.uid?.description
        let attributes: [(String, String?)]
        switch order {
        case .documentation:
            attributes = [("Type", identity.type), ("Href", href), ("Name", identity.name), ("UID", uid)]
        case .server where element.isReference:
            attributes = [("UID", uid), ("Name", identity.name), ("Href", href), ("Type", identity.type)]
        case .server:
            attributes = [("Href", href), ("Type", identity.type), ("Name", identity.name), ("UID", uid)]
        }
        for case (let name, let value?) in attributes { attribute(name, value) }
    }

    private mutating func write(_ links: [OfferedLink], as name: String) {
        closeTag()
        let issued = issuer.issue(links)
        put(issued.isEmpty ? "<\(name)/>" : "<\(name)>")
        for link in issued { write(link) }
        if !issued.isEmpty { put("</\(name)>") }
    }

    private mutating func write(_ link: IssuedLink) {
        put("<Link")
        switch order {
        case .documentation:
            attribute("Rel", link.rel)
            if let type = link.type { attribute("Type", type) }
            attribute("Href", link.href)
            if let name = link.name { attribute("Name", name) }
        case .server:
            attribute("Href", link.href)
            if let name = link.name { attribute("Name", name) }
            if let type = link.type { attribute("Type", type) }
            attribute("Rel", link.rel)
        }
        put("/>")
    }

    private func text(of value: Scalar) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .time(let xml, _): xml
        }
    }

    private mutating func attribute(_ name: String, _ value: String) {
        put(" ")
        put(name)
        put("=\"")
        escape(value)
        put("\"")
    }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    /// One bit for each byte below 64 that must be escaped: control characters, `"`, `&`, `<` and `>`.
    private static let special: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

    /// Most texts have nothing to escape: they are taken over whole and only then looked through.
    private mutating func escape(_ text: String) {
        let start = output.count
        put(text)
        var index = start
        while index < output.count {
            let byte = output[index]
            if byte < 0x40, XMLWriter.special >> UInt64(byte) & 1 == 1 { break }
            index += 1
        }
        guard index < output.count else { return }
        output.removeSubrange(index...)
        for byte in text.utf8.dropFirst(index - start) {
            switch byte {
            case UInt8(ascii: "&"): put("&amp;")
            case UInt8(ascii: "<"): put("&lt;")
            case UInt8(ascii: ">"): put("&gt;")
            case UInt8(ascii: "\""): put("&quot;")
            case 0x0A: put("&#10;")
            case 0x0D: put("&#13;")
            case 0x09: put("&#9;")
            // XML 1.0 has no way to write the other control characters.
            case 0..<0x20: put("?")
            default: output.append(byte)
            }
        }
    }
}
