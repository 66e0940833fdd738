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
        if isRoot { attribute(" xmlns=\"", XMLWriter.namespace) }
        if let identity = element.identity { write(identity, of: element) }
        for (name, value) in element.attributes {
            put(" ")
            put(name)
            attribute("=\"", text(of: value))
        }
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
        case .repeated(let name, let values):
            if !values.isEmpty { closeTag() }
            for value in values {
                put("<")
                put(name)
                guard !value.isEmpty else {
                    put("/>")
                    continue
                }
                put(">")
                escape(value)
                put("</")
                put(name)
                put(">")
            }
        case .texts(let wrapper, let name, let values):
            write(Element(wrapper, content: [.repeated(name, values)]))
        case .links(let name, let links): write(links, as: name)
        case .absent: break
        }
    }

    private mutating func write(_ identity: Identity, of element: Element) {
        switch order {
        case .documentation:
            if let type = identity.type { attribute(" Type=\"", type) }
            if let address = identity.address { href(address) }
            if let name = identity.name { attribute(" Name=\"", name) }
            if let uid = identity.uid { attribute(uid) }
        case .server where element.isReference:
            if let uid = identity.uid { attribute(uid) }
            if let name = identity.name { attribute(" Name=\"", name) }
            if let address = identity.address { href(address) }
            if let type = identity.type { attribute(" Type=\"", type) }
        case .server:
            if let address = identity.address { href(address) }
            if let type = identity.type { attribute(" Type=\"", type) }
            if let name = identity.name { attribute(" Name=\"", name) }
            if let uid = identity.uid { attribute(uid) }
        }
    }

    private mutating func write(_ links: [OfferedLink], as name: String) {
        closeTag()
        let offered = issuer.offered(links)
        put("<")
        put(name)
        guard !offered.isEmpty else { return put("/>") }
        put(">")
        for link in offered { write(link) }
        put("</")
        put(name)
        put(">")
    }

    private mutating func write(_ link: OfferedLink) {
        switch order {
        case .documentation:
            attribute("<Link Rel=\"", link.rel)
            if let type = link.type { attribute(" Type=\"", type) }
            href(link.address)
            if let name = link.name { attribute(" Name=\"", name) }
        case .server:
            put("<Link")
            href(link.address)
            if let name = link.name { attribute(" Name=\"", name) }
            if let type = link.type { attribute(" Type=\"", type) }
            attribute(" Rel=\"", link.rel)
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

    /// An attribute; the beginning is all up to the value.
    private mutating func attribute(_ beginning: String, _ value: String) {
        put(beginning)
        escape(value)
        output.append(UInt8(ascii: "\""))
    }

    private mutating func attribute(_ uid: UID) {
        put(" UID=\"")
        let start = output.count
        uid.write(to: &output)
        if !uid.isPlain { escape(from: start) }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func href(_ address: Address) {
        put(" Href=\"")
        let start = output.count
        issuer.write(address, to: &output)
        if !address.isPlain { escape(from: start) }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    /// One bit for each byte below 64 that must be escaped: control characters, `"`, `&`, `<` and `>`.
    private static let special: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

    private mutating func escape(_ text: String) {
        let start = output.count
        put(text)
        escape(from: start)
    }

    /// Most texts have nothing to escape: they are taken over whole and only then looked through.
    private mutating func escape(from start: Int) {
        let special = XMLWriter.special
        let isPlain = output[start...].allSatisfy { $0 >= 0x40 || special >> UInt64($0) & 1 == 0 }
        guard !isPlain else { return }
        let text = Array(output[start...])
        output.removeSubrange(start...)
        for byte in text {
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
