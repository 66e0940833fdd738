// SPDX-License-Identifier: Apache-2.0

/// What a body of an element can hold, as a form to fill in: every field in the order of the schema.
public struct SchemaForm: Sendable, Encodable {
    /// The root element.
    public let element: String
    /// The namespace of the body; nil if it has none.
    public let namespace: String?
    /// The documentation in one line, empty if there is none.
    public let documentation: String
    /// The version of the API since which it exists, or `unknown`; nil if nothing is noted.
    public let since: String?
    /// What the schema accepts beyond what is documented, and why.
    public let relaxed: [String]
    /// What nobody knows.
    public let unknown: [String]
    /// The fields, a parent before its parts.
    public let fields: [FormField]

    private enum CodingKeys: String, CodingKey {
        case element, namespace, documentation, since, relaxed, unknown, fields
    }

    private let declaration: ElementDeclaration
    private let model: SchemaModel

    /// The form of an element.
    ///
    /// - Parameters:
    ///   - name: the root element, case not counting.
    ///   - model: the schema.
    ///   - depth: how deep parts are shown, 1 being the parts of the root. A type inside itself is not shown again
    ///     at any depth.
    /// - Throws: `unknown-element` with candidates.
    public init(_ name: String, in model: SchemaModel, depth: Int = 12) throws(SchemaModelError) {
        let declaration = try model.element(named: name)
        var type = SchemaNotes()
        var words = declaration.documentation
        if case .complex(let complex) = model.type(declaration.type) {
            type = complex.notes
            if words.isEmpty { words = complex.documentation }
        }
        let notes = declaration.notes.completed(by: type)
        element = declaration.name
        namespace = model.targetNamespace
        documentation = words
        since = notes.since
        relaxed = notes.relaxed
        unknown = notes.unknown
        var builder = FormBuilder(model: model, depthLimit: depth)
        fields = builder.fields(of: declaration)
        self.declaration = declaration
        self.model = model
    }

    /// Whether the element came later than a version of the API; not known where the schema notes no version.
    public func isNewer(than version: SchemaVersion) -> Bool {
        since.flatMap { SchemaVersion($0) }.map { $0 > version } ?? false
    }

    /// The paths of the fields that came later than a version of the API, parts of such fields included.
    public func newerPaths(than version: SchemaVersion) -> Set<String> {
        var newer: Set<String> = []
        for field in fields {
            let parent = field.path.split(separator: ".").dropLast().joined(separator: ".")
            if field.isNewer(than: version) || newer.contains(parent) { newer.insert(field.path) }
        }
        return newer
    }

    /// A body that has only what must be there; of every choice that must be made, the first branch.
    public func minimalBody() -> SchemaBody { body(.minimal).body }

    /// A body that has everything once; of every choice the first branch.
    public func maximalBody() -> SchemaBody { body(.maximal).body }

    /// Bodies that between them take every branch of every choice; the first takes the first branch of each.
    ///
    /// - Parameters:
    ///   - extent: how much each holds.
    ///   - limit: how many bodies at most.
    public func alternatives(_ extent: ExampleExtent, limit: Int = 500) -> [ExampleBody] {
        var done: [ExampleBody] = []
        var seen: Set<String> = []
        var waiting: [(selection: [String: Int], branches: [String])] = [([:], [])]
        var values: [String: String] = [:]
        while !waiting.isEmpty, done.count < limit {
            let (selection, branches) = waiting.removeFirst()
            var builder = ExampleBuilder(model: model, extent: extent, selection: selection, values: values)
            done.append(ExampleBody(branches: branches, body: builder.body(declaration)))
            values = builder.values
            for choice in builder.choices {
                for branch in choice.labels.indices.dropFirst() where seen.insert("\(choice.place)=\(branch)").inserted
                {
                    var next = selection
                    next[choice.place] = branch
                    waiting.append((next, branches + [choice.labels[branch]]))
                }
            }
        }
        return done
    }

    private func body(_ extent: ExampleExtent) -> ExampleBody {
        var builder = ExampleBuilder(model: model, extent: extent)
        return ExampleBody(branches: [], body: builder.body(declaration))
    }
}
