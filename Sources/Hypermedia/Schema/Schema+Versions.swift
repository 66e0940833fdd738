// SPDX-License-Identifier: Apache-2.0

internal import NodeStore
internal import XMLSchema

extension Schema {
    /// What a document has that a version of the API does not know, by the notes of the schema.
    func newer(
        than version: SchemaVersion,
        in document: [UInt8],
        _ format: DocumentFormat,
        root: String?,
        profile: Profile?,
        encoding: String?
    ) throws(ReadFailure) -> [Finding] {
        guard let model else { return [] }
        let check = SchemaVersionCheck(model: model, version: version)
        switch format {
        case .xml: return try check.diagnoses(xml: document, encoding: encoding).map(Self.finding)
        case .json:
            var name = root
            if name == nil { name = try self.root(ofJSON: document, profile: profile) }
            guard let element = name.flatMap({ try? model.element(named: $0) }) else { return [] }
            return try check.diagnoses(json: document, root: element, shape: Self.shape(profile)).map(Self.finding)
        }
    }
}
