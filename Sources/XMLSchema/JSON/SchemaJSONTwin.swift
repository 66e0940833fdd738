// SPDX-License-Identifier: Apache-2.0

import LibXML

/// The XML that says the same as a JSON document, with a way back from every element to the JSON.
public struct SchemaJSONTwin: Sendable {
    /// A place in JSON.
    struct Place: Hashable, Sendable {
        /// The path, such as `$.JobInfo.BackupJobInfo`.
        let path: String
        /// The line of the value, counted from 1.
        let line: Int
        /// The column of the value, counted from 1, in Unicode scalars.
        let column: Int
    }

    /// The document in XML, in UTF-8.
    public let xml: [UInt8]
    /// The members that the schema does not know; they are not in ``xml``.
    public let unknown: [SchemaDiagnosis]
    /// The document with an element in every place where one is missing, so that all of it can be validated.
    let complete: [UInt8]
    /// The elements of ``complete``, in its order.
    let elements: [MappedElementWriter.Written]
    private let outline: JSONOutline

    init(_ root: MappedElement, namespace: String?, outline: JSONOutline, unknown: [SchemaDiagnosis]) {
        var writer = MappedElementWriter(keepsPlaces: true)
        writer.write(root, namespace: namespace)
        elements = writer.elements
        complete = Array(writer.text.utf8)
        if elements.allSatisfy(\.missing.isEmpty) {
            xml = complete
        } else {
            var plain = MappedElementWriter(keepsPlaces: false)
            plain.write(root, namespace: namespace)
            xml = Array(plain.text.utf8)
        }
        self.outline = outline
        self.unknown = unknown
    }

    /// What is missing in the document.
    var missing: [SchemaDiagnosis] {
        elements.filter { !$0.missing.isEmpty }.map { element in
            let place = Self.place(element.source, outline)
            let parent = elements[element.parent].name
            return SchemaDiagnosis(
                code: SchemaFindingKind.missingElement.rawValue,
                message: "\(parent) has no \(SchemaDiagnoser.list(element.missing)), which must be there.",
                allowed: element.missing,
                path: path(element.parent),
                jsonPath: place.path,
                line: place.line,
                column: place.column
            )
        }
    }

    /// The place of what a finding about ``complete`` is about; nil if it is about something that is not in the JSON.
    func place(of finding: SchemaFinding) -> Place? {
        guard let context = finding.context, elements.indices.contains(context.element) else { return nil }
        let element = elements[context.element]
        guard element.missing.isEmpty else { return nil }
        let attribute = context.attribute.flatMap { element.attributes[$0] }
        return Self.place(attribute ?? element.source, outline)
    }

    /// The place of an element of ``complete``, or of one of its attributes.
    func place(of element: Int, attribute: String?) -> Place {
        let source = attribute.flatMap { elements[element].attributes[$0] } ?? elements[element].source
        return Self.place(source, outline)
    }

    private func path(_ index: Int) -> String {
        var path = ""
        var next = index
        while true {
            let element = elements[next]
            path = "/" + element.name + (element.number.map { "[\($0)]" } ?? "") + path
            if next == 0 { return path }
            next = element.parent
        }
    }

    static func place(_ source: Int, _ outline: JSONOutline) -> Place {
        let place = outline.place(source)
        return Place(path: outline.path(source), line: place.line, column: place.column)
    }
}
