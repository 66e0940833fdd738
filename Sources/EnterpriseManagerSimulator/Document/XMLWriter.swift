// SPDX-License-Identifier: Apache-2.0

/// Writes an element as EM writes XML, handing out hrefs on the way.
struct XMLWriter {
    /// The namespace of every version of the API [http_authentication].
    static let namespace = "http://www.veeam.com/ent/v1.0"

    private let order: AttributeOrder
    private var output: [UInt8] = []

    private init(order: AttributeOrder) { self.order = order }

    /// The document with this root.
    static func document(_ root: Element, order: AttributeOrder, issuer: inout HrefIssuer) -> [UInt8] {
        var writer = XMLWriter(order: order)
        writer.output.reserveCapacity(4096)
        writer.put("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        writer.write(root, isRoot: true, issuer: &issuer)
        return writer.output
    }

    private mutating func write(_ element: Element, isRoot: Bool = false, issuer: inout HrefIssuer) {
        put("<")
        put(element.name)
        if isRoot { attribute("xmlns", XMLWriter.namespace) }
        if let identity = element.identity { write(identity, of: element, issuer: &issuer) }
        for (name, value) in element.attributes { attribute(name, text(of: value)) }

        let length = output.count
        put(">")
        if let links = element.links { write(links, as: "Links", issuer: &issuer) }
        for content in element.content { write(content, issuer: &issuer) }
        if let value = element.text { escape(text(of: value)) }
        if output.count == length + 1 {
            output.removeLast()
            put("/>")
        } else {
            put("</")
            put(element.name)
            put(">")
        }
    }

    private mutating func write(_ content: Content, issuer: inout HrefIssuer) {
        switch content {
        case .element(let element, _): write(element, issuer: &issuer)
        case .items(_, let items): for item in items { write(item, issuer: &issuer) }
        case .made(_, let items): for item in items() { write(item, issuer: &issuer) }
        case .repeated(let name, let values):
            for value in values { write(Element(name, text: .text(value)), issuer: &issuer) }
        case .texts(let wrapper, let name, let values):
            write(Element(wrapper, content: [.repeated(name, values)]), issuer: &issuer)
        case .links(let name, let links): write(links, as: name, issuer: &issuer)
        case .absent: break
        }
    }

    private mutating func write(_ identity: Identity, of element: Element, issuer: inout HrefIssuer) {
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

    private mutating func write(_ links: [OfferedLink], as name: String, issuer: inout HrefIssuer) {
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

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
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
