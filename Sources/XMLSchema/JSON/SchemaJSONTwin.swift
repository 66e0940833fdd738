// SPDX-License-Identifier: Apache-2.0

public import LibXML

/// The XML that says the same as a JSON document, with a way back from every element to the JSON.
public struct SchemaJSONTwin: Sendable {
    /// A place in JSON.
    public struct Place: Hashable, Sendable {
        /// The path, such as `$.JobInfo.BackupJobInfo`.
        public let path: String
        /// The line of the value, counted from 1.
        public let line: Int
        /// The column of the value, counted from 1, in Unicode scalars.
        public let column: Int
    }

    /// The document in XML, in UTF-8.
    public let xml: [UInt8]
    /// The members that the schema does not know; they are not in ``xml``.
    public let unknown: [SchemaDiagnosis]
    private let outline: JSONOutline
    /// The values in JSON that the elements come from, in document order.
    private let sources: [Int]
    /// The element around each element, in document order.
    private let parents: [Int]
    private let attributes: [[String: Int]]

    init(_ root: MappedElement, namespace: String?, outline: JSONOutline, unknown: [SchemaDiagnosis]) {
        var writer = MappedElementWriter()
        writer.write(root, namespace: namespace)
        xml = Array(writer.text.utf8)
        sources = writer.sources
        parents = writer.parents
        attributes = writer.attributes
        self.outline = outline
        self.unknown = unknown
    }

    /// The place of what a finding about ``xml`` is about.
    ///
    /// - Parameter isAboutParent: whether it is rather about the element around: something missing in it.
    public func place(of finding: SchemaFinding, isAboutParent: Bool = false) -> Place? {
        guard let context = finding.context, sources.indices.contains(context.element) else { return nil }
        if isAboutParent { return place(sources[parents[context.element]]) }
        let attribute = context.attribute.flatMap { attributes[context.element][$0] }
        return place(attribute ?? sources[context.element])
    }

    private func place(_ source: Int) -> Place { Self.place(source, outline) }

    static func place(_ source: Int, _ outline: JSONOutline) -> Place {
        let place = outline.place(source)
        return Place(path: outline.path(source), line: place.line, column: place.column)
    }
}
