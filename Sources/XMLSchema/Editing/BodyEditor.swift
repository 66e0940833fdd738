// SPDX-License-Identifier: Apache-2.0

public import JSONReader

/// Changes a document that was fetched and leaves everything else in it as it is, byte by byte.
///
/// What the schema does not know stays where it stands; what is new is put where the schema wants it. So a document
/// can be fetched, changed in two places and sent back without loss.
public struct BodyEditor: Sendable {
    private let model: SchemaModel

    /// An editor.
    public init(_ model: SchemaModel) { self.model = model }

    /// Changes an XML document.
    ///
    /// - Parameters:
    ///   - document: the document in UTF-8; its root says which element it is.
    ///   - changes: what to change. Things are taken out first, then set in order.
    /// - Returns: the changed document; the same bytes if every value was there already.
    /// - Throws: everything that is wrong with the changes, at once.
    public func edit(xml document: [UInt8], _ changes: [BodyChange]) throws(BodyProblems) -> [UInt8] {
        let file: XMLFile
        do { file = try XMLFile(document) } catch { throw BodyProblems([error]) }
        let root = String(file.outline.elements[0].localName)
        return try edit(file, root: try declaration(root), changes)
    }

    /// Changes a JSON document.
    ///
    /// - Parameters:
    ///   - document: the document in UTF-8.
    ///   - element: the root element that it would have in XML.
    ///   - shape: how the JSON of the dialect differs from its XML.
    ///   - changes: what to change. Things are taken out first, then set in order.
    /// - Returns: the changed document; the same bytes if every value was there already.
    /// - Throws: everything that is wrong with the changes, at once.
    public func edit(
        json document: [UInt8],
        element: String,
        shape: JSONShape,
        _ changes: [BodyChange]
    ) throws(BodyProblems) -> [UInt8] {
        let file: JSONFile
        do { file = try JSONFile(document, shape: shape) } catch { throw BodyProblems([error]) }
        return try edit(file, root: try declaration(element), changes)
    }

    private func declaration(_ name: String) throws(BodyProblems) -> ElementDeclaration {
        do {
            return try model.element(named: name)
        } catch {
            throw BodyProblems([
                BodyProblem(.badDocument, path: name, error.message, candidates: error.candidates)
            ])
        }
    }

    private func edit<File: EditableFile>(
        _ file: File,
        root: ElementDeclaration,
        _ changes: [BodyChange]
    ) throws(BodyProblems) -> [UInt8] {
        var edit = DocumentEdit(file: file, model: model, root: root)
        edit.apply(changes)
        guard edit.problems.isEmpty else { throw BodyProblems(edit.problems) }
        return edit.file.bytes
    }
}
