// SPDX-License-Identifier: Apache-2.0

internal import JSONReader
internal import LibXML
public import NodeStore
internal import XMLSchema

extension Schema {
    /// The root element that a JSON document is about, which JSON does not say.
    ///
    /// By its own type and the signatures of the profile, the type of the link that led to it, or what the schema
    /// says of its members.
    ///
    /// - Parameters:
    ///   - document: the document in JSON.
    ///   - profile: what is true of the API, if that is known.
    ///   - expected: the type of the link that led to the document.
    /// - Returns: the name of a root element that the schema knows, or nil.
    /// - Throws: `ReadFailure` if it is no JSON.
    public func root(
        ofJSON document: [UInt8],
        profile: Profile? = nil,
        expected: LinkType? = nil
    ) throws(ReadFailure) -> String? {
        if let profile {
            let store = try JSONReader(shape: profile.json).read(document)
            let vocabulary = ResolvedVocabulary(profile: profile, store: store)
            let name = RootName(store: store, profile: profile, vocabulary: vocabulary, expected: expected).find()
            if let element = try? model?.element(named: name) { return element.name }
        }
        return try model?.root(ofJSON: document)
    }

    /// The document in JSON as XML in the order of the schema; nil if the schema has no model or not that root.
    ///
    /// Members that the schema does not know are left out, absent ones stay absent.
    ///
    /// - Throws: `ReadFailure` if it is no JSON.
    public func xml(fromJSON document: [UInt8], root: String, profile: Profile? = nil) throws(ReadFailure) -> [UInt8]? {
        guard let model, let element = try? model.element(named: root) else { return nil }
        return try SchemaJSONReader(model: model, shape: Self.shape(profile)).read(document, root: element).xml
    }

    /// The document in XML as JSON; nil if the schema has no model.
    ///
    /// - Throws: `ReadFailure` if it is no well-formed XML.
    public func json(fromXML document: [UInt8], profile: Profile? = nil) throws(ReadFailure) -> [UInt8]? {
        guard let model else { return nil }
        return try SchemaBody(xml: document, model: model).json(Self.shape(profile))
    }

    func validateJSON(_ document: [UInt8], root: String?, profile: Profile?) throws(ReadFailure) -> Report {
        guard let model else {
            _ = try JSONReader(shape: Self.shape(profile)).read(document)
            return Report(
                verdict: .noSchema,
                findings: [
                    Finding(
                        code: "schema-unsupported",
                        severity: .error,
                        message: "The schema cannot be used for JSON: \(modelProblem ?? "it has no model")",
                        jsonPath: "$"
                    )
                ]
            )
        }
        var name = root
        if name == nil { name = try self.root(ofJSON: document, profile: profile) }
        guard let name else {
            return Report(
                verdict: .noSchema,
                findings: [
                    Finding(
                        code: SchemaFindingKind.unknownRoot.rawValue,
                        severity: .error,
                        message: "Nothing tells which element the document is about; name it.",
                        line: 1,
                        column: 1,
                        jsonPath: "$"
                    )
                ]
            )
        }
        let validator = SchemaJSONValidator(compiled: compiled, model: model, shape: Self.shape(profile))
        let result = try validator.validate(document, root: name)
        return Report(verdict: Self.verdict(result.verdict), findings: result.diagnoses.map(Self.finding))
    }

    static func shape(_ profile: Profile?) -> JSONShape {
        profile?.json
            ?? JSONShape(link: LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: ""))
    }
}
