// SPDX-License-Identifier: Apache-2.0

public import JSONReader
public import LibXML
public import NodeStore

/// Validates JSON by an XML schema: reads it by the model, validates its twin in XML, and says where in the JSON.
public struct SchemaJSONValidator: Sendable {
    private let model: SchemaModel
    private let compiled: CompiledSchema
    private let reader: SchemaJSONReader
    private let diagnoser: SchemaDiagnoser

    /// A validator.
    ///
    /// - Parameters:
    ///   - compiled: the schema.
    ///   - model: the same schema as a model.
    ///   - shape: how the JSON of the dialect differs from its XML.
    public init(compiled: CompiledSchema, model: SchemaModel, shape: JSONShape) {
        self.compiled = compiled
        self.model = model
        reader = SchemaJSONReader(model: model, shape: shape)
        diagnoser = SchemaDiagnoser(model: model, isOrdered: false)
    }

    /// Validates a document.
    ///
    /// - Parameters:
    ///   - bytes: the document in UTF-8.
    ///   - root: the name of the element that it is about, case not counting.
    /// - Returns: the verdict, and everything that is wrong in the order of the document.
    /// - Throws: why the bytes are no JSON.
    public func validate(
        _ bytes: [UInt8],
        root: String
    ) throws(ReadFailure) -> (verdict: SchemaReport.Verdict, diagnoses: [SchemaDiagnosis]) {
        let declaration: ElementDeclaration
        do {
            declaration = try model.element(named: root)
        } catch {
            // What is no JSON has no verdict, whatever it should be about.
            _ = try JSONOutline(bytes, limits: .standard)
            let diagnosis = SchemaDiagnosis(
                code: SchemaFindingKind.unknownRoot.rawValue,
                message: error.message,
                allowed: error.candidates,
                path: "/" + root,
                jsonPath: "$",
                line: 1,
                column: 1
            )
            return (.noSchema, [diagnosis])
        }
        let twin = try reader.read(bytes, root: declaration)
        let report = try compiled.validate(twin.complete, encoding: "UTF-8")
        var diagnoses = twin.unknown + twin.missing
        for (finding, diagnosis) in diagnoser.pairs(of: report) {
            guard let place = twin.place(of: finding) else { continue }
            diagnoses.append(
                SchemaDiagnosis(
                    code: diagnosis.code,
                    message: diagnosis.message,
                    allowed: diagnosis.allowed,
                    path: diagnosis.path,
                    jsonPath: place.path,
                    line: place.line,
                    column: place.column
                )
            )
        }
        // What is wrong with a member comes where the member stands.
        diagnoses.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        let verdict: SchemaReport.Verdict =
            report.verdict == .noSchema ? .noSchema : diagnoses.isEmpty ? .valid : .invalid
        return (verdict, diagnoses)
    }
}
