// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
public import XMLSchema

extension HypermediaClient {
    /// The body that changes the resource that offers a link: the resource as it is now, with some values changed.
    ///
    /// The resource is read again by its own href; everything that is not changed stays as it was received, what the
    /// schema does not know included.
    ///
    /// - Parameters:
    ///   - link: the link that takes the resource as its body, such as `Edit`.
    ///   - changes: what to change.
    /// - Throws: ``ClientError`` with code `bad-body` and everything that is wrong with the changes; with code
    ///   ``ErrorCode/noSchema`` if there is no schema to edit by.
    public func edit(_ link: Link, _ changes: [BodyChange]) async throws -> Body {
        let owner = link.owner
        guard let model = options.schema?.model, let itself = owner.selfLink else {
            throw ClientError(
                .noSchema,
                "\(owner.name) cannot be edited: there is no schema that says where values belong.",
                hint: "Give the whole body instead."
            )
        }
        let answer = try await follow(itself, keepingBytes: true)
        guard let bytes = answer.bytes, let representation = answer.representation else {
            throw ClientError(.unusableAnswer, "\(owner.name) could not be read again, so it was not changed.")
        }
        let editor = BodyEditor(model)
        do {
            let edited = try edit(bytes, representation, editor, changes)
            let masked = changes.map { change in
                let name = change.path.lowercased()
                let isSecret = profile.secretProperties.contains { name.contains($0.lowercased()) }
                return isSecret && change.value != nil ? BodyChange(change.path, SecretMask.mask) : change
            }
            let shown = (try? edit(bytes, representation, editor, masked)) ?? []
            return Body(
                // In the result of a query, a resource may go by another name.
                root: representation.root.name,
                document: BodyDocument(
                    bytes: edited,
                    format: representation.format,
                    shown: String(decoding: shown, as: UTF8.self)
                )
            )
        } catch {
            throw ClientError(
                .badBody,
                "\(owner.name) cannot be changed so: " + error.problems.map(\.message).joined(separator: " "),
                hint: "Nothing was sent. ‘emwalk form \(owner.name)’ shows what it takes."
            )
        }
    }

    private nonisolated func edit(
        _ bytes: [UInt8],
        _ representation: Representation,
        _ editor: BodyEditor,
        _ changes: [BodyChange]
    ) throws(BodyProblems) -> [UInt8] {
        switch representation.format {
        case .xml: try editor.edit(xml: bytes, changes)
        case .json:
            try editor.edit(json: bytes, element: representation.root.name, shape: profile.json, changes)
        }
    }
}
