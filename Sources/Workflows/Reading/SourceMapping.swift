// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A mapping of a workflow file whose keys are known: unknown ones are refused with the nearest spelling.
struct SourceMapping {
    let node: SourceNode
    let what: String
    private let values: [String: SourceNode]

    init(_ node: SourceNode, _ what: String, keys: FormatKeys) throws(WorkflowError) {
        self.node = node
        self.what = what
        var values: [String: SourceNode] = [:]
        for entry in try node.entries(what) {
            guard keys.names.contains(entry.key) || entry.key.hasPrefix("x-") else {
                let near = Spelling.nearest(to: entry.key, in: keys.names)
                throw WorkflowError(
                    .badWorkflowFile,
                    "\(what) has no key ‘\(entry.key)’.",
                    hint: near.map { "Did you mean ‘\($0)’?" } ?? "It may have: \(keys.names.joined(separator: ", ")).",
                    at: entry.keyPosition
                )
            }
            values[entry.key] = entry.value
        }
        self.values = values
    }

    subscript(_ key: String) -> SourceNode? { values[key] }

    func required(_ key: String) throws(WorkflowError) -> SourceNode {
        guard let value = values[key] else { throw node.fail("\(what) needs ‘\(key)’.") }
        return value
    }

    func string(_ key: String) throws(WorkflowError) -> String {
        try required(key).string("‘\(key)’ of \(what)")
    }

    func optionalString(_ key: String) throws(WorkflowError) -> String? {
        guard let value = values[key] else { return nil }
        return try value.string("‘\(key)’ of \(what)")
    }

    func optionalInteger(_ key: String) throws(WorkflowError) -> Int? {
        guard let value = values[key] else { return nil }
        let number = try value.integer("‘\(key)’ of \(what)")
        guard number >= 0 else { throw value.fail("‘\(key)’ of \(what) must not be negative.") }
        return number
    }

    func optionalNumber(_ key: String) throws(WorkflowError) -> Double? {
        guard let value = values[key] else { return nil }
        return try value.number("‘\(key)’ of \(what)")
    }

    func optionalTemplate(_ key: String) throws(WorkflowError) -> Template? {
        guard let value = values[key] else { return nil }
        return try ExpressionReader.template(value, "‘\(key)’")
    }

    func optionalExpression(_ key: String) throws(WorkflowError) -> Expression? {
        guard let value = values[key] else { return nil }
        return try ExpressionReader.expression(value, "‘\(key)’")
    }

    /// A word out of a closed list.
    func word<Word: RawRepresentable & CaseIterable>(
        _ key: String,
        _ type: Word.Type,
        default standard: Word? = nil
    ) throws(WorkflowError) -> Word where Word.RawValue == String {
        if let standard, values[key] == nil { return standard }
        let text = try string(key)
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue)
            let near = Spelling.nearest(to: text, in: known)
            throw try required(key).fail(
                "‘\(key)’ of \(what) cannot be ‘\(text)’.",
                hint: near.map { "Did you mean ‘\($0)’?" } ?? "It may be: \(known.joined(separator: ", "))."
            )
        }
        return word
    }
}
