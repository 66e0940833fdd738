// SPDX-License-Identifier: Apache-2.0

internal import Yams

/// A node of a workflow file with where it stands; mappings keep their order.
struct SourceNode: Hashable, Sendable {
    enum Scalar: Hashable, Sendable {
        case string, integer, number, boolean, null
    }

    struct Entry: Hashable, Sendable {
        let key: String
        let keyPosition: SourcePosition
        let value: SourceNode
    }

    indirect enum Content: Hashable, Sendable {
        case scalar(String, Scalar)
        case mapping([Entry])
        case sequence([SourceNode])
    }

    let content: Content
    let position: SourcePosition

    init(content: Content, position: SourcePosition) {
        self.content = content
        self.position = position
    }

    /// How deep a file may nest; a workflow needs less than a dozen levels.
    private static let maxDepth = 64

    static func parse(_ yaml: String, file: String) throws(WorkflowError) -> SourceNode {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw problem(error, file: file)
        }
        guard let root else {
            throw WorkflowError(
                .badWorkflowFile,
                "the file is empty.",
                at: SourcePosition(file: file, line: 1, column: 1)
            )
        }
        return try SourceNode(root, file: file, depth: 0)
    }

    private init(_ node: Node, file: String, depth: Int) throws(WorkflowError) {
        let mark = node.mark
        let position = SourcePosition(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
        self.position = position
        guard depth < SourceNode.maxDepth else {
            throw WorkflowError(
                .badWorkflowFile,
                "the file nests deeper than \(SourceNode.maxDepth) levels.",
                at: position
            )
        }
        switch node {
        case .scalar(let scalar): content = .scalar(scalar.string, SourceNode.kind(of: node))
        case .sequence(let sequence):
            var values: [SourceNode] = []
            for value in sequence { values.append(try SourceNode(value, file: file, depth: depth + 1)) }
            content = .sequence(values)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, value) in mapping {
                let place = SourcePosition(
                    file: file,
                    line: key.mark?.line ?? position.line,
                    column: key.mark?.column ?? position.column
                )
                guard let name = key.scalar?.string else {
                    throw WorkflowError(.badWorkflowFile, "a key must be plain text.", at: place)
                }
                let value = try SourceNode(value, file: file, depth: depth + 1)
                entries.append(Entry(key: name, keyPosition: place, value: value))
            }
            content = .mapping(entries)
        case .alias:
            throw WorkflowError(.badWorkflowFile, "an alias leads nowhere.", at: position)
        }
    }

    private static func kind(of node: Node) -> Scalar {
        switch node.tag.rawValue {
        case Tag.Name.int.rawValue: .integer
        case Tag.Name.float.rawValue: .number
        case Tag.Name.bool.rawValue: .boolean
        case Tag.Name.null.rawValue: .null
        default: .string
        }
    }

    private static func problem(_ error: any Error, file: String) -> WorkflowError {
        func at(_ mark: Mark?) -> SourcePosition {
            SourcePosition(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
        }
        guard let error = error as? YamlError else {
            return WorkflowError(.badWorkflowFile, "the file cannot be read: \(error)", at: at(nil))
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let around = context.map { " (\($0.text), from line \($0.mark.line))" } ?? ""
            return WorkflowError(.badWorkflowFile, "this is no YAML: \(problem)\(around).", at: at(mark))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: ", ")
            return WorkflowError(.badWorkflowFile, "the key \(names) occurs more than once.", at: at(context.mark))
        case .reader(let problem, _, _, _):
            return WorkflowError(.badWorkflowFile, "this is no text: \(problem).", at: at(nil))
        default: return WorkflowError(.badWorkflowFile, "the file cannot be read: \(error)", at: at(nil))
        }
    }

    // MARK: Asking for one shape

    func fail(_ message: String, hint: String? = nil) -> WorkflowError {
        WorkflowError(.badWorkflowFile, message, hint: hint, at: position)
    }

    func string(_ what: String) throws(WorkflowError) -> String {
        guard case .scalar(let text, let kind) = content, kind != .null else { throw fail("\(what) must be text.") }
        return text
    }

    func integer(_ what: String) throws(WorkflowError) -> Int {
        guard case .scalar(let text, .integer) = content, let number = Int(text) else {
            throw fail("\(what) must be a whole number.")
        }
        return number
    }

    func number(_ what: String) throws(WorkflowError) -> Double {
        guard case .scalar(let text, let kind) = content, kind == .integer || kind == .number,
            let number = Double(text)
        else { throw fail("\(what) must be a number.") }
        return number
    }

    func boolean(_ what: String) throws(WorkflowError) -> Bool {
        guard case .scalar(let text, .boolean) = content, text == "true" || text == "false" else {
            throw fail("\(what) must be true or false.")
        }
        return text == "true"
    }

    func sequence(_ what: String) throws(WorkflowError) -> [SourceNode] {
        guard case .sequence(let values) = content else { throw fail("\(what) must be a list.") }
        return values
    }

    func entries(_ what: String) throws(WorkflowError) -> [Entry] {
        guard case .mapping(let entries) = content else { throw fail("\(what) must be a mapping.") }
        return entries
    }
}
