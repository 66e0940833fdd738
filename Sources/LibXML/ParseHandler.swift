// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import NodeStore

/// The SAX2 callbacks: thin, so that what is not here is never done.
///
/// Comments and processing instructions have no
/// callback, entities cannot be resolved, and a DTD ends the parse.
///
/// The names of `xsi:` attributes keep their prefix; elements are known by their local names.
enum ParseHandler {
    /// The state behind a callback's user data.
    @inline(__always)
    private static func state(_ data: UnsafeMutableRawPointer) -> UnsafeMutablePointer<ParseState> {
        data.assumingMemoryBound(to: ParseState.self)
    }

    /// Collects errors; also set as the thread's handler while the parser runs.
    static let onError: xmlStructuredErrorFunc = { data, error in
        guard let data, let error else { return }
        ParseHandler.state(data).pointee.note(error.pointee)
    }

    static func make() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.serror = onError
        handler.internalSubset = { data, _, _, _ in
            guard let data else { return }
            ParseHandler.state(data).pointee.stop(
                .forbiddenDTD,
                "The document has a document type declaration, which is never read."
            )
        }
        handler.startElementNs = { data, local, _, uri, _, _, count, _, attributes in
            guard let data, let local else { return }
            let state = ParseHandler.state(data)
            let element = state.pointee.names.row(local)
            guard element.pointee.isOf(local), state.pointee.builder.openSimply(element.pointee.symbol) else {
                return ParseHandler.start(&state.pointee, local, uri, attributes, count)
            }
            if count > 0, let attributes {
                ParseHandler.take(&state.pointee, element.pointee.role, attributes, count)
            }
        }
        handler.endElementNs = { data, _, _, _ in
            guard let data else { return }
            let state = ParseHandler.state(data)
            if !state.pointee.builder.closeSimply() { ParseHandler.end(&state.pointee) }
        }
        handler.characters = { data, text, count in
            guard let data, let text else { return }
            let state = ParseHandler.state(data)
            state.pointee.builder.append(UnsafeBufferPointer(start: text, count: Int(count)))
            state.pointee.checkLimits()
        }
        // The same function, so that libxml2 does not look whether text is blank.
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        return handler
    }

    /// Five pointers for each attribute: local name, prefix, namespace, first byte of the value and the one after it.
    typealias Attributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>

    /// Begins an element where the short way did not do.
    @inline(never)
    private static func start(
        _ state: inout ParseState,
        _ local: UnsafePointer<UInt8>,
        _ uri: UnsafePointer<UInt8>?,
        _ attributes: Attributes?,
        _ count: Int32
    ) {
        let element = state.names.entry(local, prefix: nil, builder: &state.builder)
        if !state.hasRoot { state.noteRoot(uri) }
        state.builder.open(element.symbol)
        if count > 0, let attributes { take(&state, element.role, attributes, count) }
        state.checkLimits()
    }

    /// Ends an element where the short way did not do.
    @inline(never)
    private static func end(_ state: inout ParseState) {
        state.builder.close()
        if state.builder.isAtSeam { state.passages.append(state.builder.takePassage()) }
        state.checkLimits()
    }

    /// Takes the attributes of the element just begun.
    @inline(never)
    private static func take(_ state: inout ParseState, _ role: NameRole, _ attributes: Attributes, _ count: Int32) {
        let count = Int(count)
        let isLink =
            role.contains(.link) && (linkSimply(&state, attributes, count) || link(&state, attributes, count))
        if !isLink {
            var next = attributes
            for _ in 0..<count {
                attribute(&state, next)
                next += 5
            }
        }
        state.checkLimits()
    }

    @inline(__always)
    private static func value(_ attribute: Attributes) -> UnsafeBufferPointer<UInt8> {
        guard let start = attribute[3], let end = attribute[4] else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    @inline(__always)
    private static func entry(_ state: inout ParseState, _ attribute: Attributes) -> NameEntry? {
        attribute[0].map { state.names.entry($0, prefix: attribute[1], builder: &state.builder) }
    }

    @inline(__always)
    private static func attribute(_ state: inout ParseState, _ attribute: Attributes) {
        guard let entry = entry(&state, attribute) else { return }
        state.builder.attribute(entry.symbol, value: value(attribute))
    }

    /// Makes a link of the open element, if it has a relation, a target, perhaps a type and a name, each once, and
    /// nothing else.
    ///
    /// The attributes are put in order without a branch for each: servers write them in any order, and leave some out.
    @inline(__always)
    private static func linkSimply(_ state: inout ParseState, _ attributes: Attributes, _ count: Int) -> Bool {
        guard count <= 4 else { return false }
        let parts = state.names.linkParts
        var found: NameRole = []
        var next = attributes
        for _ in 0..<count {
            guard let local = next[0], next[1] == nil else { return false }
            let entry = state.names.row(local)
            let role = entry.pointee.role
            guard entry.pointee.isOf(local), role.isOnePart, role.isDisjoint(with: found) else { return false }
            parts[Int(role.rawValue)] = next
            found.formUnion(role)
            next += 5
        }
        guard found.isSuperset(of: [.rel, .href]), let rel = parts[2], let href = parts[8] else { return false }
        let relation = state.builder.intern(value(rel))
        var linkType = Symbol.none
        if found.contains(.type), let type = parts[4] { linkType = state.builder.intern(value(type)) }
        let target = state.builder.store(value(href))
        var title = TextRange.none
        if found.contains(.name), let name = parts[16] { title = state.builder.store(value(name)) }
        state.builder.link(rel: relation, type: linkType, href: target, name: title)
        return true
    }

    /// Makes a link of the open element, if it has both a relation and a target.
    @inline(never)
    private static func link(_ state: inout ParseState, _ attributes: Attributes, _ count: Int) -> Bool {
        var rel: Attributes?
        var type: Attributes?
        var href: Attributes?
        var name: Attributes?
        for index in 0..<count {
            let attribute = attributes + index * 5
            guard let role = entry(&state, attribute)?.role else { continue }
            if role.contains(.rel), rel == nil {
                rel = attribute
            } else if role.contains(.href), href == nil {
                href = attribute
            } else if role.contains(.type), type == nil {
                type = attribute
            } else if role.contains(.name), name == nil {
                name = attribute
            }
        }
        guard let rel, let href else { return false }
        let used = 2 + (type == nil ? 0 : 1) + (name == nil ? 0 : 1)
        if used < count {
            for index in 0..<count {
                let other = attributes + index * 5
                if other != rel, other != href, other != type, other != name { attribute(&state, other) }
            }
        }
        let relation = state.builder.intern(value(rel))
        let linkType = type.map { state.builder.intern(value($0)) } ?? .none
        let target = state.builder.store(value(href))
        let title = name.map { state.builder.store(value($0)) } ?? .none
        state.builder.link(rel: relation, type: linkType, href: target, name: title)
        return true
    }
}
