// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import NodeStore
internal import XMLSchema

/// Makes the bytes of a body: by the schema where it knows the root, else in the order in which the parts are given.
struct BodyComposer {
    /// What is sent, what of it a person may see, and what the schema says of it.
    struct Result {
        let bytes: [UInt8]
        let shown: String
        let report: Schema.Report
    }

    let profile: Profile
    let schema: Schema?
    let format: DocumentFormat

    func compose(_ body: Body) throws -> Result {
        if let document = body.document {
            return Result(
                bytes: document.bytes,
                shown: document.shown,
                report: try report(document.bytes, root(of: body))
            )
        }
        guard let made = try schemaBody(body) else {
            let bytes = try body.write(as: format, namespace: profile.namespace)
            let masked = body.masking(profile.secretProperties, with: SecretMask.mask)
            let shown = try masked.write(as: format, namespace: profile.namespace)
            return Result(
                bytes: bytes,
                shown: String(decoding: shown, as: UTF8.self),
                report: try report(bytes, root(of: body))
            )
        }
        let bytes = write(made)
        let shown = write(made.masking(profile.secretProperties, with: SecretMask.mask))
        return Result(
            bytes: bytes,
            shown: String(decoding: shown, as: UTF8.self),
            report: try report(bytes, root(of: body))
        )
    }

    /// The body in the order of the schema; nil if the schema does not know its root.
    private func schemaBody(_ body: Body) throws -> SchemaBody? {
        guard let model = schema?.model, let root = root(of: body), model.declaredElement(root) != nil else {
            return nil
        }
        do {
            return try BodyBuilder(root, in: model).build(BodyComposer.entries(body.fields, at: ""))
        } catch let problems as BodyProblems {
            throw ClientError(
                .badBody,
                "The body \(root) cannot be made: " + problems.problems.map(\.message).joined(separator: " "),
                hint: "Nothing was sent. ‘emwalk form \(root)’ shows what it takes."
            )
        }
    }

    /// What describes the body: in JSON, which shows no root, a likely one is enough.
    private func root(of body: Body) -> String? { body.root ?? (format == .json ? body.likelyRoot : nil) }

    private func write(_ body: SchemaBody) -> [UInt8] {
        switch format {
        case .xml: body.xml()
        case .json: body.json(profile.json)
        }
    }

    private func report(_ bytes: [UInt8], _ root: String?) throws(ReadFailure) -> Schema.Report {
        // In JSON, a body without a known root is one that no schema describes.
        guard let schema, let root else { return Schema.Report(verdict: .noSchema, findings: []) }
        return try schema.validate(bytes, format: format, root: root, profile: profile)
    }

    private static func entries(_ fields: [BodyField], at parent: String) -> [BodyEntry] {
        fields.flatMap { field in
            let name = field.isAttribute ? "@" + field.name : field.name
            return entries(field.value, at: parent.isEmpty ? name : "\(parent).\(name)")
        }
    }

    private static func entries(_ value: BodyValue, at path: String) -> [BodyEntry] {
        switch value {
        case .string(let text), .number(let text): return [BodyEntry(path, text)]
        case .boolean(let flag): return [BodyEntry(path, flag ? "true" : "false")]
        case .list(let values): return values.enumerated().flatMap { entries($1, at: "\(path)[\($0 + 1)]") }
        case .fields(let fields):
            // An empty group still says that it shall be there.
            return fields.isEmpty ? [BodyEntry(path, "")] : entries(fields, at: path)
        }
    }
}
