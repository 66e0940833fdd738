// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore

/// A JSON document that is changed by replacing pieces of its bytes.
struct JSONFile: EditableFile {
    private(set) var spans: JSONSpans
    private(set) var fault: BodyProblem?
    private let shape: JSONShape
    private let naming: JSONNaming
    /// Whether keys begin small, as those of servers from version 13 on do.
    private let isCamelCase: Bool

    var bytes: [UInt8] { spans.bytes }

    init(_ document: [UInt8], shape: JSONShape) throws(BodyProblem) {
        do {
            _ = try JSONReader(shape: shape).read(document)
        } catch {
            throw BodyProblem(.badDocument, path: "", "The document could not be read: \(error.description)")
        }
        self.shape = shape
        naming = JSONNaming(shape)
        let spans = JSONSpans(document)
        guard spans.spans.first?.isObject == true else {
            throw BodyProblem(.badDocument, path: "", "The document is no JSON object.")
        }
        let first = spans.spans[0].children.first.flatMap { JSONSpans.key(spans.spans[$0]) }
        isCamelCase = first?.first?.isLowercase ?? false
        self.spans = spans
    }

    // MARK: Finding

    func find(_ steps: [PathResolver.Step]) -> FilePlace {
        var current = 0
        for (position, step) in steps.enumerated() {
            let isLast = position == steps.count - 1
            let parent = current
            let span = spans.spans[current]
            let items: [Int]
            if span.isArray {
                // A wrapper that is a plain array of its items.
                items = span.children
            } else if let member = child(of: current, step.member) {
                let value = spans.spans[member]
                guard value.isArray, step.member.occurrence.isRepeated else {
                    if let index = step.index, index > 1 {
                        return index == 2 && value.isNull
                            ? .absent(step: position, parent: parent)
                            : .beyond(step: position, count: 1)
                    }
                    if value.isNull, !isLast { return .absent(step: position, parent: parent) }
                    current = member
                    continue
                }
                items = value.children
            } else if let index = step.index, index > 1 {
                return .beyond(step: position, count: 0)
            } else {
                return .absent(step: position, parent: parent)
            }
            guard let index = step.index else {
                if items.count > 1 { return .several(step: position, count: items.count) }
                guard let only = items.first else { return .absent(step: position, parent: parent) }
                current = only
                continue
            }
            if index > items.count + 1 { return .beyond(step: position, count: items.count) }
            if index > items.count { return .absent(step: position, parent: parent) }
            current = items[index - 1]
        }
        return .found(current)
    }

    func findUnknown(_ path: MemberPath) -> Int? {
        var current = 0
        for step in path.steps {
            guard
                let member = spans.spans[current].children.first(where: {
                    JSONSpans.key(spans.spans[$0])?.lowercased() == step.folded
                })
            else { return nil }
            current = member
            guard spans.spans[current].isArray, let index = step.index else { continue }
            let items = spans.spans[current].children
            guard items.indices.contains(index - 1) else { return nil }
            current = items[index - 1]
        }
        return current
    }

    func names(at steps: [PathResolver.Step], among members: [SchemaMember]) -> Set<String> {
        guard case .found(let index) = find(steps) else { return [] }
        if spans.spans[index].isArray {
            return spans.spans[index].children.isEmpty ? [] : Set(members.map(\.name))
        }
        return Set(
            members.filter { member in
                guard let child = child(of: index, member) else { return false }
                let span = spans.spans[child]
                return !span.isNull && !(span.isArray && span.children.isEmpty && member.occurrence.isRepeated)
            }.map(\.name)
        )
    }

    func order(in parent: Int) -> [String] { [] }

    func hasParts(_ index: Int) -> Bool {
        let span = spans.spans[index]
        if span.isObject { return text(of: index) == nil && !span.children.isEmpty }
        return span.isArray
    }

    private func child(of index: Int, _ member: SchemaMember) -> Int? {
        let keys = keys(of: member)
        return spans.spans[index].children.first { child in
            JSONSpans.key(spans.spans[child]).map { keys.contains($0.lowercased()) } ?? false
        }
    }

    /// The keys that a member can have, in lower case.
    private func keys(of member: SchemaMember) -> Set<String> {
        let name = member.kind == .text ? naming.textKey : member.name
        var keys: Set<String> = [name.lowercased(), naming.key(name).lowercased()]
        if member.occurrence.isRepeated { keys.insert(naming.arrayKey(name).lowercased()) }
        return keys
    }

    /// The member that holds the text of an element with attributes.
    private func text(of index: Int) -> Int? {
        spans.spans[index].children.first {
            JSONSpans.key(spans.spans[$0])?.lowercased() == naming.textKey.lowercased()
        }
    }

    // MARK: Changing

    mutating func set(_ index: Int, to value: String, kind: ValueKind?, hasAttributes: Bool) {
        let target = hasAttributes && spans.spans[index].isObject ? text(of: index) ?? index : index
        let span = spans.spans[target]
        let text: String
        if let kind {
            text = SchemaJSONWriter.scalar(value, kind)
        } else if !span.isString, SchemaJSONWriter.isNumber(value) || ["true", "false", "null"].contains(value) {
            text = value
        } else {
            text = SchemaJSONWriter.quote(value)
        }
        if !says(span, text) { replace(span.value, text) }
    }

    /// Whether a value already is what is to be written, however it is escaped.
    private func says(_ span: JSONSpans.Span, _ text: String) -> Bool {
        let old = spans.source(span.value)
        if old == text { return true }
        return span.isString && text.first == "\"" && JSONSpans.unescape(old) == JSONSpans.unescape(text)
    }

    mutating func remove(_ index: Int) {
        let span = spans.spans[index]
        guard let parent = span.parent else { return }
        let siblings = spans.spans[parent].children
        guard let position = siblings.firstIndex(of: index) else { return }
        if position > 0 {
            replace(spans.spans[siblings[position - 1]].value.upperBound..<span.value.upperBound, "")
        } else if siblings.count > 1 {
            replace(span.start..<spans.spans[siblings[1]].start, "")
        } else {
            replace(spans.spans[parent].value.lowerBound + 1..<spans.spans[parent].value.upperBound - 1, "")
        }
    }

    mutating func insert(_ node: SchemaBodyNode, into parent: Int, siblings: [SchemaMember]) {
        let span = spans.spans[parent]
        if span.isArray { return append(node, to: parent) }
        guard let member = siblings.first(where: { $0.name == node.name && $0.kind == node.kind }) else { return }
        if let there = child(of: parent, member) {
            if spans.spans[there].isArray, node.isRepeatable { return append(node, to: there) }
            // A null is as good as nothing.
            let layout = layout(before: spans.spans[there].start)
            let value = write(node, indent: layout?.indent, asItem: false)
            return replace(spans.spans[there].value, value)
        }
        let order = siblings.filter { $0.kind == .element }
        let rank = order.firstIndex { $0.name == node.name }
        func rankOf(_ child: Int) -> Int? {
            guard let key = JSONSpans.key(spans.spans[child])?.lowercased() else { return nil }
            return order.firstIndex { keys(of: $0).contains(key) }
        }
        // Attributes have no order in JSON; the servers write them last.
        let ranked = span.children.compactMap { child in rankOf(child).map { (rank: $0, child: child) } }
        let lower = ranked.filter { $0.rank < rank ?? -1 }
        let higher = ranked.filter { $0.rank > rank ?? .max }
        // The order of the document need not be that of the schema: inherited members come late.
        let before = lower.max { $0.rank < $1.rank }?.child
        let after = higher.min { $0.rank < $1.rank }?.child
        if before == nil, let after {
            insert(node, before: after)
        } else if let last = before ?? span.children.last {
            insert(node, after: last, asItem: false)
        } else {
            insert(node, intoEmpty: parent, asItem: false)
        }
    }

    private mutating func append(_ node: SchemaBodyNode, to array: Int) {
        if let last = spans.spans[array].children.last {
            insert(node, after: last, asItem: true)
        } else {
            insert(node, intoEmpty: array, asItem: true)
        }
    }

    private mutating func insert(_ node: SchemaBodyNode, after sibling: Int, asItem: Bool) {
        let span = spans.spans[sibling]
        let layout = layout(before: span.start)
        let text = entry(node, indent: layout?.indent, asItem: asItem)
        let end = span.value.upperBound
        replace(end..<end, "," + (layout.map { $0.lineEnd + $0.indent } ?? blanks(before: span.start)) + text)
    }

    private mutating func insert(_ node: SchemaBodyNode, before sibling: Int) {
        let start = spans.spans[sibling].start
        let layout = layout(before: start)
        let text = entry(node, indent: layout?.indent, asItem: false)
        replace(start..<start, text + "," + (layout.map { $0.lineEnd + $0.indent } ?? blanks(before: start)))
    }

    private mutating func insert(_ node: SchemaBodyNode, intoEmpty parent: Int, asItem: Bool) {
        let span = spans.spans[parent]
        let inside = span.value.lowerBound + 1..<span.value.upperBound - 1
        let isRoot = span.parent == nil
        let outer = layout(before: span.start) ?? (isRoot && bytes.contains(0x0A) ? (lineEnd: "\n", indent: "") : nil)
        guard let outer else { return replace(inside, entry(node, indent: nil, asItem: asItem)) }
        let inner = outer.indent + step(outer.indent)
        let text = entry(node, indent: inner, asItem: asItem)
        replace(inside, outer.lineEnd + inner + text + outer.lineEnd + outer.indent)
    }

    /// An item of an array, or a member with its key.
    private func entry(_ node: SchemaBodyNode, indent: String?, asItem: Bool) -> String {
        if asItem { return write(node, indent: indent, asItem: true) }
        let name =
            node.kind == .text
            ? naming.textKey : node.isRepeatable ? naming.arrayKey(node.name) : naming.key(node.name)
        let key = SchemaJSONWriter.quote(spelling(name)) + (indent == nil && !bytes.contains(0x20) ? ":" : ": ")
        return key + write(node, indent: indent, asItem: false)
    }

    private func write(_ node: SchemaBodyNode, indent: String?, asItem: Bool) -> String {
        let writer = SchemaJSONWriter(naming, spelling: spelling)
        let step = indent.map { self.step($0) } ?? ""
        guard node.isRepeatable, !asItem else { return writer.write(node, indent: indent ?? "", step: step) }
        guard let indent else { return "[" + writer.write(node, indent: "", step: "") + "]" }
        let inner = indent + step
        return "[\n" + inner + writer.write(node, indent: inner, step: step) + "\n" + indent + "]"
    }

    private func spelling(_ key: String) -> String { isCamelCase ? JSONNaming.camelCase(key) : key }

    // MARK: Bytes

    /// How lines are indented, judged by the first member.
    private func step(_ indent: String) -> String {
        let first = spans.spans[0].children.first.flatMap { layout(before: spans.spans[$0].start) }?.indent ?? ""
        return first.isEmpty ? "  " : first
    }

    private func blankStart(before position: Int) -> Int {
        var start = position
        while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
        return start
    }

    private func blanks(before position: Int) -> String {
        let text = spans.source(blankStart(before: position)..<position)
        // The first member of a line often has none where the others have one.
        return text.isEmpty && bytes.contains(0x20) ? " " : text
    }

    /// The line end and the indentation before a position; nil if it is in the middle of a line.
    private func layout(before position: Int) -> (lineEnd: String, indent: String)? {
        let text = spans.source(blankStart(before: position)..<position)
        guard let feed = text.lastIndex(where: \.isNewline) else { return nil }
        return (String(text[feed]), String(text[text.index(after: feed)...]))
    }

    private mutating func replace(_ range: Range<Int>, _ text: String) {
        var changed = bytes
        changed.replaceSubrange(range, with: Array(text.utf8))
        do {
            _ = try JSONReader(shape: shape).read(changed)
            spans = JSONSpans(changed)
        } catch {
            fault = fault ?? BodyProblem(.badDocument, path: "", "The change cannot be read back: \(error.description)")
        }
    }
}
