// SPDX-License-Identifier: Apache-2.0

/// Writes an element as EM writes JSON, handing out hrefs on the way.
///
/// The root is not wrapped; attributes and children become properties, a resource's own data first, then `Name` and
/// `UID`, then `Links`, `Href` and `Type` [representation_collections, resource_representation_for_ke].
struct JSONWriter: DocumentWriter {
    /// What is still to be written, the next thing last.
    private enum Step {
        case element(Element)
        case content(Content)
        case items(AnyIterator<Element>, isFirst: Bool)
        case end(Element)
    }

    var issuer: HrefIssuer
    private let naming: JSONNaming
    private var steps: [Step]
    private var output: [UInt8] = []
    /// Whether the open object has no property yet.
    private var isFirst = true

    init(_ root: Element, keyCase: KeyCase, issuer: HrefIssuer) {
        naming = JSONNaming(keyCase)
        self.issuer = issuer
        steps = [.element(root)]
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
        case .element(let element):
            guard element.isLong else { return write(element) }
            put("{")
            isFirst = true
            writeHead(of: element)
            steps.append(.end(element))
            for content in element.content.reversed() { steps.append(.content(content)) }
        case .content(.element(let element, let jsonName)):
            key(naming.key(jsonName ?? element.name))
            steps.append(.element(element))
        case .content(.made(let item, let items)):
            key(naming.arrayKey(item))
            put("[")
            steps.append(.items(items().makeIterator(), isFirst: true))
        case .content(let content): write(content)
        case .items(let items, var isFirst):
            while output.count < size {
                guard let item = items.next() else { return put("]") }
                if !isFirst { put(",") }
                isFirst = false
                write(item)
            }
            steps.append(.items(items, isFirst: isFirst))
        case .end(let element):
            writeTail(of: element)
            put("}")
            // What it stands in has this property now.
            isFirst = false
        }
    }

    private mutating func write(_ element: Element) {
        if element.identity == nil, element.links == nil, element.attributes.isEmpty, element.content.isEmpty {
            return element.text.map { write($0) } ?? put("\"\"")
        }
        object { writer in
            writer.writeHead(of: element)
            for content in element.content { writer.write(content) }
            writer.writeTail(of: element)
        }
    }

    private mutating func writeHead(of element: Element) {
        for (name, value) in element.attributes { property(name) { $0.write(value) } }
        if let text = element.text { property("Value") { $0.write(text) } }
    }

    private mutating func writeReferenceTail(of element: Element) {
        writeLinks(element.links)
        property("UID") { $0.write(element.identity?.uid) }
        property("Name") { $0.write(text: element.identity?.name) }
        property("Href") { $0.write(element.identity?.address) }
        property("Type") { $0.write(text: element.identity?.type) }
    }

    private mutating func writeTail(of element: Element) {
        if element.isReference { return writeReferenceTail(of: element) }
        guard let identity = element.identity else {
            if let links = element.links { writeLinks(links) }
            return
        }
        if let uid = identity.uid {
            property("Name") { $0.write(text: identity.name) }
            property("UID") { $0.write(uid) }
        }
        writeLinks(element.links)
        property("Href") { $0.write(identity.address) }
        property("Type") { $0.write(text: identity.type) }
    }

    private mutating func write(_ content: Content) {
        switch content {
        case .element(let element, let jsonName):
            property(jsonName ?? element.name) { $0.write(element) }
        case .items(let item, let items):
            key(naming.arrayKey(item))
            array(items) { $0.write($1) }
        case .made(let item, let items):
            key(naming.arrayKey(item))
            array(items()) { $0.write($1) }
        case .repeated(let name, let values):
            key(naming.arrayKey(name))
            array(values) { $0.write(text: $1) }
        case .texts(let wrapper, _, let values):
            key(naming.arrayKey(wrapper))
            array(values) { $0.write(text: $1) }
        case .links(let name, let links):
            writeLinks(links, as: name)
        case .absent(let name):
            property(name) { $0.put("null") }
        }
    }

    private mutating func writeLinks(_ links: [OfferedLink]?, as name: String = "Links") {
        guard let links else { return property(name) { $0.put("null") } }
        key(naming.key(name))
        array(issuer.offered(links)) { writer, link in
            writer.object {
                $0.property("Rel") { $0.write(text: link.rel) }
                $0.property("Href") { $0.write(link.address) }
                $0.property("Name") { $0.write(text: link.name) }
                $0.property("Type") { $0.write(text: link.type) }
            }
        }
    }

    private mutating func write(_ value: Scalar) {
        switch value {
        case .text(let text): write(text: text)
        case .number(let number): put(String(number))
        case .boolean(let flag): put(flag ? "true" : "false")
        case .time(_, let json): write(text: json)
        }
    }

    private mutating func object(_ body: (inout JSONWriter) -> Void) {
        let outer = isFirst
        isFirst = true
        put("{")
        body(&self)
        put("}")
        isFirst = outer
    }

    private mutating func array<Items: Sequence>(_ items: Items, _ body: (inout JSONWriter, Items.Element) -> Void) {
        put("[")
        for (index, item) in items.enumerated() {
            if index > 0 { put(",") }
            body(&self, item)
        }
        put("]")
    }

    private mutating func property(_ name: String, _ body: (inout JSONWriter) -> Void) {
        key(naming.key(name))
        body(&self)
    }

    private mutating func key(_ key: String) {
        put(isFirst ? "\"" : ",\"")
        isFirst = false
        // Names of elements have nothing to escape.
        put(key)
        put("\":")
    }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func write(_ uid: UID?) {
        guard let uid else { return put("null") }
        put("\"")
        let start = output.count
        uid.write(to: &output)
        if !uid.isPlain { escape(from: start) }
        put("\"")
    }

    private mutating func write(_ address: Address?) {
        guard let address else { return put("null") }
        put("\"")
        let start = output.count
        issuer.write(address, to: &output)
        if !address.isPlain { escape(from: start) }
        put("\"")
    }

    private mutating func write(text: String?) {
        guard let text else { return put("null") }
        put("\"")
        let start = output.count
        put(text)
        escape(from: start)
        put("\"")
    }

    /// Most texts have nothing to escape: they are taken over whole and only then looked through.
    private mutating func escape(from start: Int) {
        let isPlain = output[start...].allSatisfy {
            $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        guard !isPlain else { return }
        let text = Array(output[start...])
        output.removeSubrange(start...)
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): put("\\\"")
            case UInt8(ascii: "\\"): put("\\\\")
            case 0x0A: put("\\n")
            case 0x0D: put("\\r")
            case 0x09: put("\\t")
            case 0..<0x20: put("\\u00" + (byte < 0x10 ? "0" : "1") + String(byte & 0xF, radix: 16))
            default: output.append(byte)
            }
        }
    }
}
