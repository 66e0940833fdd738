// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import Workflows

/// Reads the inputs of many runs: a value a line, a table with commas, or a JSON object a line.
enum EachInputs {
    /// The sets of inputs of a file.
    ///
    /// - Parameters:
    ///   - path: the file, `-` for stdin.
    ///   - workflow: whose inputs they are; a value alone on its line is the first that is needed and not given.
    ///   - given: the inputs that are the same for all.
    static func read(_ path: String, for workflow: Workflow, over given: [String: String]) throws -> [[String: String]]
    {
        try sets(of: String(decoding: try FileArgument.read(path), as: UTF8.self), path, for: workflow, over: given)
    }

    static func sets(
        of text: String,
        _ path: String,
        for workflow: Workflow,
        over given: [String: String]
    ) throws -> [[String: String]] {
        var lines: [(number: Int, text: String)] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if !line.isEmpty, !line.hasPrefix("#") { lines.append((index + 1, line)) }
        }
        guard let first = lines.first else { throw CommandError("bad-file", "‘\(path)’ holds no inputs.") }
        let sets: [[String: String]]
        if first.text.hasPrefix("{") {
            sets = try lines.map { try object($0, path) }
        } else if let header = header(first.text, of: workflow) {
            sets = try lines.dropFirst().map { try row($0, header, path) }
        } else {
            let input = try mainInput(of: workflow, given: given)
            sets = lines.map { [input: $0.text] }
        }
        guard !sets.isEmpty else { throw CommandError("bad-file", "‘\(path)’ names columns and holds no rows.") }
        return sets.map { given.merging($0) { $1 } }
    }

    /// The input that a value alone is for.
    static func mainInput(of workflow: Workflow, given: [String: String]) throws -> String {
        if let input = workflow.inputs.first(where: { $0.isRequired && given[$0.name] == nil }) { return input.name }
        throw CommandError(
            "usage",
            "\(workflow.id) needs no input that is not given already, so there is nothing to run it for each of.",
            hint: "Leave out the input that differs, or write lines of JSON: {\"job\": \"Nightly\"}"
        )
    }

    /// The columns, if a first line names inputs of the workflow and nothing else.
    private static func header(_ line: String, of workflow: Workflow) -> [String]? {
        let fields = fields(of: line) ?? []
        guard fields.count > 1, fields.allSatisfy({ workflow.input($0) != nil }) else { return nil }
        return fields
    }

    private static func object(_ line: (number: Int, text: String), _ path: String) throws -> [String: String] {
        guard let inputs = try? JSONDecoder().decode([String: String].self, from: Data(line.text.utf8)) else {
            throw CommandError(
                "bad-file",
                "Line \(line.number) of ‘\(path)’ is no JSON object of texts.",
                hint: "Write one object a line: {\"job\": \"Nightly\", \"name\": \"Nightly 2\"}"
            )
        }
        return inputs
    }

    private static func row(
        _ line: (number: Int, text: String),
        _ header: [String],
        _ path: String
    ) throws -> [String: String] {
        guard let fields = fields(of: line.text), fields.count == header.count else {
            throw CommandError(
                "bad-file",
                "Line \(line.number) of ‘\(path)’ has not the \(header.count) values that its first line names.",
                hint: "Put a value with a comma in double quotes; a double quote in it is written twice."
            )
        }
        // What is left empty is not given.
        return Dictionary(zip(header, fields).filter { !$0.1.isEmpty }) { $1 }
    }

    /// The values of a line as RFC 4180 writes them; nil if its quotes do not fit.
    private static func fields(of line: String) -> [String]? {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var wasQuoted = false
        var rest = line[...]
        while let character = rest.popFirst() {
            switch character {
            case "\"" where isQuoted && rest.first == "\"":
                field.append("\"")
                rest.removeFirst()
            case "\"" where isQuoted: isQuoted = false
            case "\"" where field.isEmpty && !wasQuoted:
                isQuoted = true
                wasQuoted = true
            case "," where !isQuoted:
                fields.append(wasQuoted ? field : field.trimmingCharacters(in: .whitespaces))
                field = ""
                wasQuoted = false
            default: field.append(character)
            }
        }
        guard !isQuoted else { return nil }
        return fields + [wasQuoted ? field : field.trimmingCharacters(in: .whitespaces)]
    }
}
#endif
