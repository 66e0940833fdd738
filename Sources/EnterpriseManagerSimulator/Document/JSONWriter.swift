// SPDX-License-Identifier: Apache-2.0

/// Writes an element as EM writes JSON, handing out hrefs on the way.
///
/// The root is not wrapped; attributes and children become properties, a resource's own data first, then `Name` and
/// `UID`, then `Links`, `Href` and `Type` [representation_collections, resource_representation_for_ke].
struct JSONWriter {
    private let naming: JSONNaming
    private var output: [UInt8] = []
    /// Whether the open object has no property yet.
    private var isFirst = true

    private init(keyCase: KeyCase) { naming = JSONNaming(keyCase) }

    /// The document with this root.
    static func document(_ root: Element, keyCase: KeyCase, issuer: inout HrefIssuer) -> [UInt8] {
        var writer = JSONWriter(keyCase: keyCase)
        writer.output.reserveCapacity(4096)
        writer.write(root, issuer: &issuer)
        return writer.output
    }

    private mutating func write(_ element: Element, issuer: inout HrefIssuer) {
        if element.identity == nil, element.links == nil, element.attributes.isEmpty, element.content.isEmpty {
            return element.text.map { write($0) } ?? put("\"\"")
        }
        object { writer in
            for (name, value) in element.attributes { writer.property(name) { $0.write(value) } }
            if let text = element.text { writer.property("Value") { $0.write(text) } }
            for content in element.content { writer.write(content, issuer: &issuer) }
            if element.isReference {
                writer.writeReferenceTail(of: element, issuer: &issuer)
            } else {
                writer.writeTail(of: element, issuer: &issuer)
            }
        }
    }

    private mutating func writeReferenceTail(of element: Element, issuer: inout HrefIssuer) {
        writeLinks(element.links, issuer: &issuer)
        property("UID") { $0.write(text: element.identity?.uid?.description) }
        property("Name") { $0.write(text: element.identity?.name) }
        let href = element.identity?.address.map { issuer.issue($0) }
        property("Href") { $0.write(text: href) }
        property("Type") { $0.write(text: element.identity?.type) }
    }

    private mutating func writeTail(of element: Element, issuer: inout HrefIssuer) {
        guard let identity = element.identity else {
            if let links = element.links { writeLinks(links, issuer: &issuer) }
            return
        }
        if let uid = identity.uid {
            property("Name") { $0.write(text: identity.name) }
            property("UID") { $0.write(text: uid.description) }
        }
        writeLinks(element.links, issuer: &issuer)
        let href = identity.address.map { issuer.issue($0) }
        property("Href") { $0.write(text: href) }
        property("Type") { $0.write(text: identity.type) }
    }

    private mutating func write(_ content: Content, issuer: inout HrefIssuer) {
        switch content {
        case .element(let element, let jsonName):
            property(jsonName ?? element.name) { $0.write(element, issuer: &issuer) }
        case .items(let item, let items):
            key(naming.arrayKey(item))
            array(items) { $0.write($1, issuer: &issuer) }
        case .made(let item, let items):
            key(naming.arrayKey(item))
            array(items()) { $0.write($1, issuer: &issuer) }
        case .repeated(let name, let values):
            key(naming.arrayKey(name))
            array(values) { $0.write(text: $1) }
        case .texts(let wrapper, _, let values):
            key(naming.arrayKey(wrapper))
            array(values) { $0.write(text: $1) }
        case .links(let name, let links):
            writeLinks(links, as: name, issuer: &issuer)
        case .absent(let name):
            property(name) { $0.put("null") }
        }
    }

    private mutating func writeLinks(_ links: [OfferedLink]?, as name: String = "Links", issuer: inout HrefIssuer) {
        guard let links else { return property(name) { $0.put("null") } }
        key(naming.key(name))
        array(issuer.issue(links)) { writer, link in
            writer.object {
                $0.property("Rel") { $0.write(text: link.rel) }
                $0.property("Href") { $0.write(text: link.href) }
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
        if !isFirst { put(",") }
        isFirst = false
        write(text: key)
        put(":")
    }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func write(text: String?) {
        guard let text else { return put("null") }
        put("\"")
        for byte in text.utf8 {
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
        put("\"")
    }
}
