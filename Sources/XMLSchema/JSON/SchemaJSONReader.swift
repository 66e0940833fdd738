// SPDX-License-Identifier: Apache-2.0

public import JSONReader
public import NodeStore

/// Reads JSON by a schema: what it says, as XML in the order of the schema.
///
/// JSON has no root name, no attributes, no order and fewer wrappers; the schema has all of them. Keys are matched
/// without case. A null is an absent member. What the schema does not know is left out and listed.
public struct SchemaJSONReader: Sendable {
    private let model: SchemaModel
    private let shape: JSONShape

    /// A reader.
    ///
    /// - Parameters:
    ///   - model: the schema.
    ///   - shape: how the JSON of the dialect differs from its XML; of it only `renames` is needed, since the schema
    ///     knows the rest.
    public init(model: SchemaModel, shape: JSONShape) {
        self.model = model
        self.shape = shape
    }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: the document in UTF-8; a byte order mark is skipped.
    ///   - root: the element that the document is about; see ``SchemaJSONRoot``.
    ///   - limits: what a document may have.
    /// - Throws: why the bytes are no JSON.
    public func read(
        _ bytes: [UInt8],
        root: ElementDeclaration,
        limits: ReadLimits = .standard
    ) throws(ReadFailure) -> SchemaJSONTwin {
        let outline = try JSONOutline(bytes, limits: limits)
        var mapper = SchemaJSONMapper(model: model, shape: shape, outline: outline)
        let mapped = mapper.map(root: root)
        let unknown = mapper.unknown.map { unknown in
            let place = SchemaJSONTwin.place(unknown.source, outline)
            let key = outline.values[unknown.source].key ?? ""
            let isNear = !NearestNames.of(key, in: unknown.candidates).isEmpty
            let known =
                unknown.candidates.isEmpty
                ? ""
                : isNear
                    ? SchemaDiagnoser.hint(unknown.candidates)
                    : " It can have \(SchemaDiagnoser.list(unknown.candidates))."
            return SchemaDiagnosis(
                code: "unexpected-element",
                message: "\(unknown.element) has no member \(key)." + known,
                allowed: unknown.candidates,
                path: "",
                jsonPath: place.path,
                line: place.line,
                column: place.column
            )
        }
        return SchemaJSONTwin(mapped, namespace: model.targetNamespace, outline: outline, unknown: unknown)
    }
}
