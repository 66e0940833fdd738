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
            ParseHandler.start(
                &ParseHandler.state(data).pointee,
                local,
                uri: uri,
                attributes: attributes,
                count: Int(count)
            )
        }
        handler.endElementNs = { data, _, _, _ in
            guard let data else { return }
            let state = ParseHandler.state(data)
            state.pointee.builder.close()
            state.pointee.checkLimits()
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
    private typealias Attributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>

    @inline(__always)
    private static func start(
        _ state: inout ParseState,
        _ local: UnsafePointer<UInt8>,
        uri: UnsafePointer<UInt8>?,
        attributes: Attributes?,
        count: Int
    ) {
        let element = state.names.entry(local, prefix: nil, builder: &state.builder)
        if state.builder.isEmpty { state.builder.rootNamespace = uri.map { String(cString: $0) } }
        state.builder.open(element.symbol)
        if count > 0, let attributes {
            if !element.role.contains(.link) || !link(&state, attributes, count) {
                for index in 0..<count { attribute(&state, attributes + index * 5) }
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

    /// Makes a link of the open element, if it has both a relation and a target.
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
