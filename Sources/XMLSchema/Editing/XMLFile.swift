// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore

/// An XML document that is changed by replacing pieces of its bytes.
///
/// Indices are those of elements; attributes follow, numbered on from the last element.
struct XMLFile: EditableFile {
    private(set) var outline: XMLOutline
    private var store: NodeStore
    private(set) var fault: BodyProblem?

    var bytes: [UInt8] { outline.bytes }

    init(_ document: [UInt8]) throws(BodyProblem) {
        let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
        do {
            store = try XMLReader(shape: noLinks).read(document)
        } catch {
            throw BodyProblem(.badDocument, path: "", "The document could not be read: \(error.description)")
        }
        outline = XMLOutline(document)
        guard outline.elements.count == store.count, String(validating: document, as: UTF8.self) != nil else {
            throw BodyProblem(.badDocument, path: "", "Only documents in UTF-8 can be changed.")
        }
    }

    // MARK: Finding

    func find(_ steps: [PathResolver.Step]) -> FilePlace {
        var element = 0
        for (position, step) in steps.enumerated() {
            if step.member.kind == .attribute {
                guard let attribute = attribute(step.member.name, of: element) else {
                    return .absent(step: position, parent: element)
                }
                return .found(attribute)
            }
            let matches = children(element, named: step.member.name)
            guard let index = step.index else {
                if matches.count > 1 { return .several(step: position, count: matches.count) }
                guard let only = matches.first else { return .absent(step: position, parent: element) }
                element = only
                continue
            }
            if index > matches.count + 1 { return .beyond(step: position, count: matches.count) }
            if index > matches.count { return .absent(step: position, parent: element) }
            element = matches[index - 1]
        }
        return .found(element)
    }

    func findUnknown(_ path: MemberPath) -> Int? {
        var element = 0
        for (position, step) in path.steps.enumerated() {
            let matches = children(element, named: step.name)
            let index = (step.index ?? 1) - 1
            if !step.isAttribute, matches.indices.contains(index), step.index != nil || matches.count == 1 {
                element = matches[index]
            } else if position == path.steps.count - 1 {
                return attribute(step.name, of: element)
            } else {
                return nil
            }
        }
        return element
    }

    func names(at steps: [PathResolver.Step], among members: [SchemaMember]) -> Set<String> {
        guard case .found(let element) = find(steps), element < outline.elements.count else { return [] }
        return Set(
            members.filter { member in
                member.kind == .attribute
                    ? attribute(member.name, of: element) != nil : !children(element, named: member.name).isEmpty
            }.map(\.name)
        )
    }

    func order(in parent: Int) -> [String] {
        outline.elements[parent].children.map { String(outline.elements[$0].localName) }
    }

    func hasParts(_ index: Int) -> Bool {
        index < outline.elements.count && !outline.elements[index].children.isEmpty
    }

    private func children(_ element: Int, named name: String) -> [Int] {
        let folded = name.lowercased()
        return outline.elements[element].children.filter { outline.elements[$0].localName.lowercased() == folded }
    }

    /// The number of an attribute, beyond those of the elements.
    private func attribute(_ name: String, of element: Int) -> Int? {
        let folded = name.lowercased()
        var number = outline.elements.count
        for other in 0..<element { number += outline.elements[other].attributes.count }
        let attributes = outline.elements[element].attributes
        return attributes.firstIndex { $0.name.lowercased() == folded }.map { number + $0 }
    }

    private func attribute(numbered number: Int) -> XMLOutline.Attribute? {
        guard number >= outline.elements.count else { return nil }
        var rest = number - outline.elements.count
        for element in outline.elements {
            if rest < element.attributes.count { return element.attributes[rest] }
            rest -= element.attributes.count
        }
        return nil
    }

    // MARK: Changing

    mutating func set(_ index: Int, to value: String, kind: ValueKind?, hasAttributes: Bool) {
        if let attribute = attribute(numbered: index) {
            if XMLText.unescape(outline.source(attribute.value)) != value {
                replace([(attribute.value, SchemaXMLWriter.escape(value))])
            }
            return
        }
        let element = outline.elements[index]
        let nils = element.attributes.filter { $0.name == "nil" || $0.name.hasSuffix(":nil") }
        guard store.text(NodeID(rawValue: UInt32(index))) != value || !nils.isEmpty else { return }
        var pieces = nils.map { (wholeAttribute($0), "") }
        let text = SchemaXMLWriter.escape(value)
        if element.isSelfClosed {
            let slash = selfClosingSlash(element)
            pieces.append((slash, text.isEmpty ? "/>" : ">\(text)</\(element.name)>"))
        } else {
            pieces.append((element.content, text))
        }
        replace(pieces)
    }

    mutating func remove(_ index: Int) {
        if let attribute = attribute(numbered: index) {
            return replace([(wholeAttribute(attribute), "")])
        }
        let element = outline.elements[index]
        replace([(blankStart(before: element.whole.lowerBound)..<element.whole.upperBound, "")])
    }

    mutating func insert(_ node: SchemaBodyNode, into parent: Int, siblings: [SchemaMember]) {
        let element = outline.elements[parent]
        if node.kind == .attribute {
            guard case .value(let value, _) = node.content else { return }
            let end = element.attributes.last.map { $0.value.upperBound + 1 } ?? element.nameEnd
            return replace([(end..<end, " \(node.name)=\"\(SchemaXMLWriter.escape(value))\"")])
        }
        let prefix = element.prefix.isEmpty ? "" : element.prefix + ":"
        let order = siblings.filter { $0.kind == .element }.map { $0.name.lowercased() }
        let rank = order.lastIndex(of: node.name.lowercased()) ?? order.count
        func rankOf(_ child: Int) -> Int? {
            order.firstIndex(of: outline.elements[child].localName.lowercased())
        }
        let before = element.children.last { rankOf($0).map { $0 <= rank } ?? false }
        let after = element.children.first { rankOf($0).map { $0 > rank } ?? false }
        let neighbour = before ?? after ?? element.children.last
        guard let neighbour else { return insertFirst(node, into: element, prefix: prefix) }
        let place = outline.elements[neighbour].whole
        let indent = lineStart(before: place.lowerBound)
        let outer = lineStart(before: element.whole.lowerBound) ?? ""
        let step = indent.flatMap { $0.hasPrefix(outer) ? String($0.dropFirst(outer.count)) : nil } ?? "  "
        let text = SchemaXMLWriter.element(
            node,
            prefix: prefix,
            indent: indent ?? "",
            step: step.isEmpty ? "  " : step,
            lineEnd: indent == nil ? "" : lineEnd
        )
        let line = indent.map { lineEnd + $0 } ?? ""
        if before == nil, after != nil {
            replace([(place.lowerBound..<place.lowerBound, text + line)])
        } else {
            replace([(place.upperBound..<place.upperBound, line + text)])
        }
    }

    /// Puts an element into one that has none.
    private mutating func insertFirst(_ node: SchemaBodyNode, into element: XMLOutline.Element, prefix: String) {
        let isRoot = element.parent == nil
        let outer = lineStart(before: element.whole.lowerBound) ?? (isRoot && bytes.contains(0x0A) ? "" : nil)
        let step = outer.map { $0.contains("\t") ? "\t" : "  " } ?? "  "
        let end = outer == nil ? "" : lineEnd
        let inner = (outer ?? "") + step
        let text = SchemaXMLWriter.element(node, prefix: prefix, indent: inner, step: step, lineEnd: end)
        let content = outer == nil ? text : end + inner + text + end + (outer ?? "")
        if element.isSelfClosed {
            replace([(selfClosingSlash(element), ">\(content)</\(element.name)>")])
        } else if element.content.allSatisfy({ bytes[$0] <= 0x20 }) {
            replace([(element.content, content)])
        } else {
            // Only comments can be there; they stay in front.
            replace([(element.content.upperBound..<element.content.upperBound, content)])
        }
    }

    // MARK: Bytes

    private var lineEnd: String {
        guard let feed = bytes.firstIndex(of: 0x0A), feed > 0, bytes[feed - 1] == 0x0D else { return "\n" }
        return "\r\n"
    }

    /// Whether the document says that it is UTF-8, or nothing; UTF-16 in front of single bytes is a known slip.
    private var isUTF8: Bool {
        let head = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        guard head.contains("<?xml"), head.contains("encoding") else { return true }
        return head.contains("utf-8") || head.contains("utf-16")
    }

    /// An attribute with its name, its quotes and the blanks before it.
    private func wholeAttribute(_ attribute: XMLOutline.Attribute) -> Range<Int> {
        var start = attribute.value.lowerBound - 1
        while start > 0, bytes[start - 1] <= 0x20 || bytes[start - 1] == UInt8(ascii: "=") { start -= 1 }
        start -= attribute.name.utf8.count
        return blankStart(before: start)..<attribute.value.upperBound + 1
    }

    /// From the blanks before `/>` to its end.
    private func selfClosingSlash(_ element: XMLOutline.Element) -> Range<Int> {
        blankStart(before: element.startTag.upperBound - 2)..<element.startTag.upperBound
    }

    private func blankStart(before position: Int) -> Int {
        var start = position
        while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
        return start
    }

    /// The blanks between the last line end and a position; nil if something else stands there.
    private func lineStart(before position: Int) -> String? {
        let blanks = outline.source(blankStart(before: position)..<position)
        guard let feed = blanks.lastIndex(where: \.isNewline) else { return nil }
        return String(blanks[blanks.index(after: feed)...])
    }

    private mutating func replace(_ pieces: [(Range<Int>, String)]) {
        var changed = bytes
        for (range, text) in pieces.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
            changed.replaceSubrange(range, with: Array((isUTF8 ? text : XMLText.ascii(text)).utf8))
        }
        do {
            self = try XMLFile(changed)
        } catch {
            fault = fault ?? error
        }
    }
}
