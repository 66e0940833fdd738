// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import NodeStore

/// Makes one tree of a schema in several documents, so that libxml2 has nothing to fetch and needs no loader.
///
/// The children of every included document's root are copied behind those of the first one. What a root says for
/// all its children goes with them: its namespaces, and whether local names are qualified.
struct SchemaAssembly: ~Copyable {
    private let door: Tree
    private let sources: [SchemaDocument]
    private var known: Set<String>
    private var waiting: [Int] = []
    private var faults: [SchemaFinding] = []
    private let target: String?

    /// The tree of a schema, of which nothing refers to anything outside of it.
    static func tree(of sources: [SchemaDocument]) throws(SchemaFailure) -> Tree {
        guard let first = sources.first else {
            throw SchemaFailure(.unreadable, "There is no schema document at all.", findings: [])
        }
        var assembly = SchemaAssembly(door: try read(first), sources: sources)
        assembly.follow(assembly.door.document, source: 0)
        while let index = assembly.waiting.popLast() { try assembly.take(index) }
        return try assembly.finish()
    }

    private init(door: consuming Tree, sources: [SchemaDocument]) {
        target = Self.target(of: door.document)
        self.door = door
        self.sources = sources
        known = [sources[0].name]
    }

    private consuming func finish() throws(SchemaFailure) -> Tree {
        guard faults.isEmpty else {
            throw SchemaFailure(
                .externalReference,
                "The schema refers to documents that are not part of it; nothing is ever fetched.",
                findings: faults
            )
        }
        for reference in SchemaMarkup.references(door.document) {
            xmlUnlinkNode(reference.node)
            xmlFreeNode(reference.node)
        }
        SchemaMarkup.normalisePatterns(door.document)
        return door
    }

    /// The name of the document that a node was copied from.
    static func name(of node: xmlNodePtr?, in sources: [SchemaDocument]) -> String {
        var next = node
        while let node = next, node.pointee.type != XML_DOCUMENT_NODE {
            let mark = Int(bitPattern: node.pointee._private)
            if mark > 0, mark < sources.count { return sources[mark].name }
            next = node.pointee.parent
        }
        return sources.first?.name ?? ""
    }

    // MARK: References

    /// Notes which documents are to be included because of one, last first.
    private mutating func follow(_ document: xmlDocPtr, source: Int) {
        let base = sources[source].name
        var found: [Int] = []
        for reference in SchemaMarkup.references(document) {
            guard reference.kind == "include" else {
                fault(reference, base, "only xs:include of documents with the same namespace is followed")
                continue
            }
            guard let name = SchemaLocation.resolve(reference.location, from: base) else {
                fault(reference, base, "which is outside of the schema's folder and never fetched")
                continue
            }
            guard known.insert(name).inserted else { continue }
            if let index = sources.firstIndex(where: { $0.name == name }) {
                found.append(index)
            } else {
                fault(reference, base, "which was not given and is never fetched")
            }
        }
        waiting += found.reversed()
    }

    private mutating func fault(_ reference: SchemaReference, _ document: String, _ why: String) {
        faults.append(
            SchemaFinding(
                line: reference.line,
                path: "",
                message: "'\(reference.kind)' refers to '\(reference.location)', \(why).",
                code: 0,
                document: document
            )
        )
    }

    // MARK: Copying

    private mutating func take(_ index: Int) throws(SchemaFailure) {
        let part = try Self.read(sources[index])
        guard let root = xmlDocGetRootElement(part.document), SchemaMarkup.name(root) == "schema" else {
            throw failure(index, line: 1, "The included document is no schema.")
        }
        let namespace = Self.target(of: part.document)
        guard namespace == nil || namespace == target else {
            throw failure(
                index,
                line: xmlGetLineNo(root),
                "The included document is about the namespace '\(namespace ?? "")', not '\(target ?? "")'."
            )
        }
        let doorRoot = xmlDocGetRootElement(door.document)
        for name in ["blockDefault", "finalDefault"]
        where SchemaMarkup.attribute(root, name) != doorRoot.flatMap({ SchemaMarkup.attribute($0, name) }) {
            throw failure(index, line: xmlGetLineNo(root), "'\(name)' must be the same in all documents of a schema.")
        }
        follow(part.document, source: index)
        var next = root.pointee.children
        while let child = next {
            next = child.pointee.next
            guard let name = SchemaMarkup.name(child), !["include", "redefine", "override"].contains(name) else {
                continue
            }
            guard let copy = xmlDocCopyNode(child, door.document, 1) else {
                throw failure(index, line: xmlGetLineNo(child), "There is no memory for the included document.")
            }
            dress(copy, root, isChameleon: namespace == nil)
            copy.pointee._private = UnsafeMutableRawPointer(bitPattern: index)
            if name == "import", let first = doorRoot?.pointee.children {
                // XML Schema wants imports before anything else.
                _ = xmlAddPrevSibling(first, copy)
            } else {
                _ = xmlAddChild(doorRoot, copy)
            }
        }
    }

    /// Gives a copied child what its former root said about it.
    private func dress(_ copy: xmlNodePtr, _ root: xmlNodePtr, isChameleon: Bool) {
        var next = root.pointee.nsDef
        var hasDefault = false
        while let space = next {
            // Refused, and wanted so, where the copy has the prefix already.
            _ = xmlNewNs(copy, space.pointee.href, space.pointee.prefix)
            hasDefault = hasDefault || space.pointee.prefix == nil
            next = space.pointee.next
        }
        if isChameleon, !hasDefault, let target { _ = xmlNewNs(copy, target, nil) }
        let forms = ["element", "attribute"].map { name in
            (name, form: SchemaMarkup.attribute(root, name + "FormDefault") ?? "unqualified")
        }
        // Ids are unique in a document only, and nothing here refers to them.
        xmlUnsetProp(copy, "id")
        SchemaMarkup.visit(copy.pointee.children) { node, name in
            xmlUnsetProp(node, "id")
            guard let form = forms.first(where: { $0.0 == name })?.form, xmlHasProp(node, "ref") == nil,
                xmlHasProp(node, "form") == nil
            else { return }
            _ = xmlSetProp(node, "form", form)
        }
    }

    private static func target(of document: xmlDocPtr) -> String? {
        xmlDocGetRootElement(document).flatMap { SchemaMarkup.attribute($0, "targetNamespace") }
    }

    private func failure(_ index: Int, line: Int, _ message: String) -> SchemaFailure {
        let finding = SchemaFinding(line: line, path: "", message: message, code: 0, document: sources[index].name)
        return SchemaFailure(.invalid, "The schema could not be put together.", findings: [finding])
    }

    private static func read(_ source: SchemaDocument) throws(SchemaFailure) -> Tree {
        do {
            return try Tree(source.bytes, encoding: nil)
        } catch {
            let finding = SchemaFinding(
                line: error.line,
                path: "",
                message: error.message,
                code: 0,
                document: source.name
            )
            throw SchemaFailure(
                .unreadable,
                "The schema could not be read as an XML document.",
                findings: [finding]
            )
        }
    }
}
