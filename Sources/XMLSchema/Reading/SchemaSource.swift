// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore

/// One document of a schema, read: what it says and where.
struct SchemaSource {
    let name: String
    let store: NodeStore
    let outline: XMLOutline
    let targetNamespace: String?

    init(_ document: SchemaDocument) throws(SchemaModelError) {
        name = document.name
        let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
        do {
            store = try XMLReader(shape: noLinks).read(document.bytes)
        } catch {
            throw SchemaModelError(
                .unreadable,
                "The schema could not be read: \(error.message)",
                place: SchemaPlace(document: document.name, line: error.line)
            )
        }
        outline = XMLOutline(document.bytes)
        // They differ only where an encoding writes '<' otherwise than ASCII does.
        guard outline.elements.count == store.count else {
            throw SchemaModelError(
                .unreadable,
                "The schema must be encoded in UTF-8.",
                place: SchemaPlace(document: document.name, line: 1)
            )
        }
        guard store.name(.root) == "schema", outline.namespace(of: 0) == BuiltinType.namespace else {
            throw SchemaModelError(
                .notASchema,
                "The root element is \(store.name(.root)) and no schema of XML Schema.",
                place: SchemaPlace(document: document.name, line: outline.elements[0].line)
            )
        }
        targetNamespace = SchemaSource.attribute("targetNamespace", of: .root, in: store)
    }

    /// The children of a node that belong to XML Schema, annotations left out.
    func children(_ node: NodeID) -> [NodeID] {
        store.children(node).filter { isSchemaElement($0) && store.name($0) != "annotation" }
    }

    /// The first child with this name.
    func child(_ name: String, of node: NodeID) -> NodeID? {
        store.children(node).first { isSchemaElement($0) && store.name($0) == name }
    }

    /// The value of an attribute, or nil.
    func attribute(_ name: String, of node: NodeID) -> String? { SchemaSource.attribute(name, of: node, in: store) }

    /// Where a node stands.
    func place(_ node: NodeID) -> SchemaPlace {
        SchemaPlace(document: name, line: outline.elements[Int(node.rawValue)].line)
    }

    /// The namespace and the local part of a qualified name.
    func resolve(_ name: String, at node: NodeID) -> (namespace: String?, local: String) {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let index = Int(node.rawValue)
        guard parts.count == 2 else { return (outline.namespace(ofPrefix: "", at: index), name) }
        return (outline.namespace(ofPrefix: parts[0], at: index), String(parts[1]))
    }

    /// Documentation, notes and place of a declaration.
    func annotation(_ node: NodeID) -> Annotation {
        var documentation: [String] = []
        var notes = SchemaNotes()
        for annotation in store.children(node)
        where isSchemaElement(annotation) && store.name(annotation) == "annotation" {
            for part in store.children(annotation) {
                if store.name(part) == "documentation" {
                    documentation.append(text(part))
                } else if store.name(part) == "appinfo" {
                    for note in store.children(part) { take(note, into: &notes) }
                }
            }
        }
        return Annotation(
            documentation: documentation.filter { !$0.isEmpty }.joined(separator: " "),
            notes: notes,
            place: place(node)
        )
    }

    private func take(_ note: NodeID, into notes: inout SchemaNotes) {
        guard outline.namespace(of: Int(note.rawValue)) == SchemaNotes.namespace else { return }
        let value = text(note)
        switch store.name(note) {
        case "since": notes.since = value
        case "unit": notes.unit = value
        case "relaxed": notes.relaxed.append(value)
        case "unknown": notes.unknown.append(value)
        default: break
        }
    }

    private func isSchemaElement(_ node: NodeID) -> Bool {
        outline.namespace(of: Int(node.rawValue)) == BuiltinType.namespace
    }

    private func text(_ node: NodeID) -> String {
        store.text(node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func attribute(_ name: String, of node: NodeID, in store: NodeStore) -> String? {
        for (symbol, value) in store.attributes(node) where store.text(symbol) == name { return store.text(value) }
        return nil
    }
}
