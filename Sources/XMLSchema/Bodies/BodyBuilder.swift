// SPDX-License-Identifier: Apache-2.0

/// Makes a body of what a person gives, in the order of the schema, or says everything that is wrong with it.
public struct BodyBuilder: Sendable {
    /// The root element.
    public let element: ElementDeclaration
    private let model: SchemaModel

    /// A builder for an element.
    ///
    /// - Throws: `unknown-element` with candidates.
    public init(_ element: String, in model: SchemaModel) throws(SchemaModelError) {
        self.element = try model.element(named: element)
        self.model = model
    }

    /// Makes a body.
    ///
    /// - Parameter entries: paths and values in any order; one path given again is the next of a list.
    /// - Throws: everything that is missing, unknown, of a wrong type, out of limits or in conflict, at once.
    public func build(_ entries: [BodyEntry]) throws(BodyProblems) -> SchemaBody {
        var resolver = PathResolver(model: model, root: element)
        var problems: [BodyProblem] = []
        var input = InputNode()
        var taken: [String: Int] = [:]
        var waiting: [BodyEntry] = []
        // Paths that stand for themselves first: the branches they take help to understand short ones.
        for entry in entries {
            do {
                let steps = try resolver.resolve(entry.path)
                Self.insert(entry, steps, into: &input, &taken, &problems)
            } catch {
                if error.code == .ambiguous { waiting.append(entry) } else { problems.append(error) }
            }
        }
        for entry in waiting {
            do {
                let branches = taken
                let steps = try resolver.resolve(entry.path) { Self.agrees($0, with: branches) }
                Self.insert(entry, steps, into: &input, &taken, &problems)
            } catch {
                problems.append(error)
            }
        }
        var assembler = BodyAssembler(model: model)
        let root = assembler.node(element, input, path: "")
        problems += assembler.problems
        guard problems.isEmpty else { throw BodyProblems(problems) }
        return SchemaBody(root: root, namespace: model.targetNamespace)
    }

    /// Makes a body of nested values.
    public func build(_ input: BodyInput) throws(BodyProblems) -> SchemaBody { try build(input.entries()) }

    private static func insert(
        _ entry: BodyEntry,
        _ steps: [PathResolver.Step],
        into input: inout InputNode,
        _ taken: inout [String: Int],
        _ problems: inout [BodyProblem]
    ) {
        for (place, branch) in branches(steps.map(\.member)) { taken[place] = branch }
        if !input.insert(entry.value, at: steps[...]) {
            let path = PathResolver.spelling(steps.map(\.member))
            problems.append(BodyProblem(.tooMany, path: path, "\(path) is given twice."))
        }
    }

    /// The branches that a path takes, by the place of the choice.
    static func branches(_ members: [SchemaMember]) -> [(place: String, branch: Int)] {
        members.enumerated().flatMap { position, member in
            let parent = PathResolver.spelling(Array(members.prefix(position)))
            return member.choices.map { ("\(parent)#\($0.group)", $0.branch) }
        }
    }

    private static func agrees(_ members: [SchemaMember], with taken: [String: Int]) -> Bool {
        // Where nothing is chosen yet, a branch is as good as another; only what was chosen narrows.
        let branches = branches(members)
        return branches.contains { taken[$0.place] == $0.branch }
            && branches.allSatisfy { taken[$0.place] ?? $0.branch == $0.branch }
            || branches.isEmpty
    }
}
