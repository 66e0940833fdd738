// SPDX-License-Identifier: Apache-2.0

internal import LibXML
public import JSONReader
public import NodeStore

/// Finds what a document has that an older version of the API does not know, by the versions that a schema notes.
///
/// A schema describes one version, the newest; of what came later than others it notes since when. What it notes as
/// unknown is not found. Of an element that is newer, nothing inside is told as well.
public struct SchemaVersionCheck: Sendable {
    /// The word for each finding.
    public static let code = "not-in-version"

    /// An element of a document, whatever its format.
    private struct Element {
        let name: String
        let parent: Int?
        let attributes: [String]
    }

    private struct Newer {
        let element: Int
        let attribute: String?
        let since: SchemaVersion
        /// The element that has it; nil for the root.
        let owner: String?
    }

    private let model: SchemaModel
    private let version: SchemaVersion

    /// A check.
    ///
    /// - Parameters:
    ///   - model: the schema with its notes.
    ///   - version: the version that must know everything.
    public init(model: SchemaModel, version: SchemaVersion) {
        self.model = model
        self.version = version
    }

    /// What is newer in a document in XML, in document order.
    ///
    /// - Throws: why it is no well-formed XML.
    public func diagnoses(xml bytes: [UInt8], encoding: String? = nil) throws(ReadFailure) -> [SchemaDiagnosis] {
        let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
        let store = try XMLReader(shape: noLinks).read(bytes, encoding: encoding)
        // Lines can be told in UTF-8 only; in other encodings the path must do.
        let outline = XMLOutline(bytes)
        let hasLines = outline.elements.count == store.count
        let elements = (0..<store.count).map { index in
            let node = NodeID(rawValue: UInt32(index))
            return Element(
                name: store.name(node),
                parent: store.parent(node).map { Int($0.rawValue) },
                attributes: store.attributes(node).map { store.text($0.name) }
            )
        }
        let newer = newer(elements)
        let steps = newer.isEmpty ? [] : Self.steps(elements)
        return newer.map { newer in
            diagnosis(
                newer,
                name: elements[newer.element].name,
                path: Self.path(newer.element, elements, steps),
                line: hasLines ? outline.elements[newer.element].line : nil
            )
        }
    }

    /// What is newer in a document in JSON, in the order of the schema.
    ///
    /// - Parameters:
    ///   - bytes: the document in UTF-8.
    ///   - root: the element that it is about.
    ///   - shape: how the JSON of the dialect differs from its XML.
    /// - Throws: why it is no JSON.
    public func diagnoses(
        json bytes: [UInt8],
        root: ElementDeclaration,
        shape: JSONShape
    ) throws(ReadFailure) -> [SchemaDiagnosis] {
        let twin = try SchemaJSONReader(model: model, shape: shape).read(bytes, root: root)
        let elements = twin.elements.enumerated().map { index, written in
            Element(
                name: written.name,
                parent: index == 0 ? nil : written.parent,
                // What only keeps the place of something missing is not in the document.
                attributes: written.missing.isEmpty ? written.attributes.keys.sorted() : []
            )
        }
        let newer = newer(elements).filter { twin.elements[$0.element].missing.isEmpty }
        let steps = newer.isEmpty ? [] : Self.steps(elements)
        return newer.map { newer in
            let place = twin.place(of: newer.element, attribute: newer.attribute)
            return diagnosis(
                newer,
                name: elements[newer.element].name,
                path: Self.path(newer.element, elements, steps),
                jsonPath: place.path,
                line: place.line,
                column: place.column
            )
        }
    }

    // MARK: Finding

    private func newer(_ elements: [Element]) -> [Newer] {
        guard let first = elements.first, let root = try? model.element(named: first.name) else { return [] }
        var found: [Newer] = []
        // Nil for what lies in something newer or unknown.
        var types: [TypeReference?] = []
        var known: [String: [SchemaMember]] = [:]
        func members(_ type: TypeReference) -> [SchemaMember] {
            guard let name = model.typeName(type) else { return model.members(of: type) }
            if let members = known[name] { return members }
            let members = model.members(of: type)
            known[name] = members
            return members
        }
        for (index, element) in elements.enumerated() {
            var type: TypeReference?
            if index == 0 {
                if let since = since(notes(of: root)) {
                    return [Newer(element: 0, attribute: nil, since: since, owner: nil)]
                }
                type = root.type
            } else if let parent = element.parent, let parentType = types[parent],
                let member = members(parentType).first(where: { $0.kind == .element && $0.name == element.name })
            {
                if let since = since(member.notes) {
                    found.append(
                        Newer(element: index, attribute: nil, since: since, owner: elements[parent].name)
                    )
                } else {
                    type = member.type
                }
            }
            types.append(type)
            guard let type else { continue }
            for name in element.attributes {
                let attribute = members(type).first { $0.kind == .attribute && $0.name == name }
                guard let since = attribute.flatMap({ since($0.notes) }) else { continue }
                found.append(Newer(element: index, attribute: name, since: since, owner: element.name))
            }
        }
        return found
    }

    /// Since when, if that is later than the version.
    private func since(_ notes: SchemaNotes) -> SchemaVersion? {
        notes.since.flatMap(SchemaVersion.init).flatMap { $0 > version ? $0 : nil }
    }

    private func notes(of root: ElementDeclaration) -> SchemaNotes {
        guard case .complex(let type) = model.type(root.type) else { return root.notes }
        return root.notes.completed(by: type.notes)
    }

    // MARK: Telling

    private func diagnosis(
        _ newer: Newer,
        name: String,
        path: String,
        jsonPath: String? = nil,
        line: Int?,
        column: Int? = nil
    ) -> SchemaDiagnosis {
        let shown = newer.attribute.map { "The attribute \($0)" } ?? name
        let what = newer.owner.map { "\(shown) of \($0)" } ?? shown
        return SchemaDiagnosis(
            code: Self.code,
            message: "\(what) is there since API \(newer.since), not in \(version).",
            path: path,
            jsonPath: jsonPath,
            line: line,
            column: column
        )
    }

    /// The steps of paths: names, numbered where siblings share one, as in other findings.
    private static func steps(_ elements: [Element]) -> [String] {
        struct Key: Hashable {
            let parent: Int?
            let name: String
        }
        var counts: [Key: Int] = [:]
        var numbers: [Int] = []
        for element in elements {
            counts[Key(parent: element.parent, name: element.name), default: 0] += 1
            numbers.append(counts[Key(parent: element.parent, name: element.name)] ?? 1)
        }
        return zip(elements, numbers).map { element, number in
            let isOnly = counts[Key(parent: element.parent, name: element.name)] == 1
            return isOnly ? element.name : "\(element.name)[\(number)]"
        }
    }

    private static func path(_ index: Int, _ elements: [Element], _ steps: [String]) -> String {
        var path = ""
        var next: Int? = index
        while let step = next {
            path = "/" + steps[step] + path
            next = elements[step].parent
        }
        return path
    }
}
