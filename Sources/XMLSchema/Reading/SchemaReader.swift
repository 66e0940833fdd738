// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore

/// Reads the documents of one schema into declarations.
struct SchemaReader {
    /// A declaration that is read where it is used: a group.
    struct Site {
        let source: SchemaSource
        let node: NodeID
    }

    let sources: [SchemaSource]
    let targetNamespace: String?
    private(set) var elements: [String: ElementDeclaration] = [:]
    private(set) var attributes: [String: AttributeDeclaration] = [:]
    private(set) var complexTypes: [String: ComplexType] = [:]
    private(set) var simpleTypes: [String: SimpleType] = [:]
    var groups: [String: Site] = [:]
    var attributeGroups: [String: Site] = [:]
    /// The groups that are being read, so that one inside itself is found.
    var openGroups: [String] = []

    init(_ documents: [SchemaDocument]) throws(SchemaModelError) {
        var sources: [SchemaSource] = []
        for document in documents { sources.append(try SchemaSource(document)) }
        self.sources = sources
        targetNamespace = sources.lazy.compactMap(\.targetNamespace).first
        for source in sources { try register(source) }
        for source in sources { try read(source) }
    }

    /// Finds the groups, and whether every document that is included is there.
    private mutating func register(_ source: SchemaSource) throws(SchemaModelError) {
        if let namespace = source.targetNamespace, namespace != targetNamespace {
            throw SchemaModelError(
                .unsupported,
                "The schema has more than one target namespace: \(targetNamespace ?? "none") and \(namespace).",
                place: source.place(.root)
            )
        }
        for node in source.children(.root) {
            switch source.store.name(node) {
            case "group": groups[try name(node, source)] = Site(source: source, node: node)
            case "attributeGroup": attributeGroups[try name(node, source)] = Site(source: source, node: node)
            case "include":
                let location = source.attribute("schemaLocation", of: node) ?? ""
                let file = location.split(separator: "/").last ?? ""
                guard sources.contains(where: { $0.name.split(separator: "/").last == file }) else {
                    throw SchemaModelError(
                        .missingDocument,
                        "The schema includes ‘\(location)’, which was not given; nothing is fetched.",
                        place: source.place(node)
                    )
                }
            case "redefine", "import", "override":
                throw SchemaModelError(
                    .unsupported,
                    "xs:\(source.store.name(node)) is not read; put all of the schema into documents of one namespace.",
                    place: source.place(node)
                )
            default: break
            }
        }
    }

    private mutating func read(_ source: SchemaSource) throws(SchemaModelError) {
        for node in source.children(.root) {
            switch source.store.name(node) {
            case "element":
                let element = try element(node, source)
                try keep(element, as: element.name, in: \.elements, what: "element", source.place(node))
            case "attribute":
                let attribute = try attribute(node, source)
                try keep(attribute, as: attribute.name, in: \.attributes, what: "attribute", source.place(node))
            case "complexType":
                let name = try name(node, source)
                let type = try complexType(node, name: name, source)
                try refuse(name, in: simpleTypes, what: "type", source.place(node))
                try keep(type, as: name, in: \.complexTypes, what: "type", source.place(node))
            case "simpleType":
                let name = try name(node, source)
                let type = try simpleType(node, name: name, source)
                try refuse(name, in: complexTypes, what: "type", source.place(node))
                try keep(type, as: name, in: \.simpleTypes, what: "type", source.place(node))
            case "group", "attributeGroup", "include", "notation": break
            default: throw unknown(node, source)
            }
        }
    }

    private mutating func keep<Value>(
        _ value: Value,
        as name: String,
        in table: WritableKeyPath<SchemaReader, [String: Value]>,
        what: String,
        _ place: SchemaPlace
    ) throws(SchemaModelError) {
        try refuse(name, in: self[keyPath: table], what: what, place)
        self[keyPath: table][name] = value
    }

    private func refuse<Value>(
        _ name: String,
        in table: [String: Value],
        what: String,
        _ place: SchemaPlace
    ) throws(SchemaModelError) {
        guard table[name] != nil else { return }
        throw SchemaModelError(.duplicate, "There is another \(what) named \(name).", place: place)
    }

    // MARK: What all readings need

    func name(_ node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> String {
        guard let name = source.attribute("name", of: node), !name.isEmpty else {
            throw SchemaModelError(.invalid, "xs:\(source.store.name(node)) needs a name.", place: source.place(node))
        }
        return name
    }

    func unknown(_ node: NodeID, _ source: SchemaSource) -> SchemaModelError {
        let parent = source.store.parent(node).map { source.store.name($0) } ?? ""
        return SchemaModelError(
            .unsupported,
            "xs:\(source.store.name(node)) in xs:\(parent) is not understood.",
            place: source.place(node)
        )
    }

    /// A type by its qualified name.
    func reference(_ name: String, at node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> TypeReference {
        let (namespace, local) = source.resolve(name, at: node)
        if namespace == BuiltinType.namespace {
            let type = BuiltinType(rawValue: local)
            if type.isKnown { return .builtin(type) }
        } else if namespace == targetNamespace || namespace == nil {
            return .named(local)
        }
        throw SchemaModelError(.unresolved, "There is no type ‘\(name)’.", place: source.place(node))
    }

    /// The name of a global declaration that `ref` points to.
    func target(_ name: String, at node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> String {
        let (namespace, local) = source.resolve(name, at: node)
        guard namespace == targetNamespace || namespace == nil else {
            throw SchemaModelError(
                .unsupported,
                "‘\(name)’ belongs to another namespace, which the schema does not declare.",
                place: source.place(node)
            )
        }
        return local
    }

    func flag(_ name: String, of node: NodeID, _ source: SchemaSource) -> Bool {
        ["true", "1"].contains(source.attribute(name, of: node))
    }
}
