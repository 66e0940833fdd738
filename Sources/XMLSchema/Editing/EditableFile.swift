// SPDX-License-Identifier: Apache-2.0

/// A document whose parts can be found and changed one at a time.
protocol EditableFile {
    /// The document.
    var bytes: [UInt8] { get }

    /// Why a change could not be made, as when it passes a limit; the document is as it was before that change.
    var fault: BodyProblem? { get }

    /// What a path leads to.
    func find(_ steps: [PathResolver.Step]) -> FilePlace

    /// How many elements of a name there are directly where the steps lead, and which other names are there.
    func names(at steps: [PathResolver.Step], among members: [SchemaMember]) -> Set<String>

    /// The names of the elements in an element, in order; none where order means nothing.
    func order(in parent: Int) -> [String]

    /// The path in the document's own names if the schema does not know it; nil if it is not there either.
    func findUnknown(_ path: MemberPath) -> Int?

    /// Whether something has parts, so that it cannot be given a value.
    func hasParts(_ index: Int) -> Bool

    /// Gives something that is there a value; the kind is nil if the schema does not know it.
    mutating func set(_ index: Int, to value: String, kind: ValueKind?, hasAttributes: Bool)

    /// Takes something out.
    mutating func remove(_ index: Int)

    /// Puts something new where the schema wants it.
    mutating func insert(_ node: SchemaBodyNode, into parent: Int, siblings: [SchemaMember])
}
