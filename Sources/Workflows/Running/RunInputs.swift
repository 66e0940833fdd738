// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// The inputs of one run, checked against what the workflow takes, defaults filled in.
public struct RunInputs: Hashable, Sendable {
    /// The values, in the order of the workflow; optional ones that were not given and have no default are missing.
    public let values: [JSONValue.Member]
    /// The names that were given rather than filled in.
    public let given: Set<String>
    private let secrets: Set<String>
    private let typed: [String: String]

    /// Checks inputs as they were typed.
    ///
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/unknownInput``, ``ErrorCode/missingInput`` or
    ///   ``ErrorCode/inputInvalid``.
    public init(_ typed: [String: String], for workflow: Workflow) throws(WorkflowError) {
        for name in typed.keys.sorted() where workflow.input(name) == nil {
            let names = workflow.inputs.map(\.name)
            throw WorkflowError(
                .unknownInput,
                "\(workflow.id) takes no input ‘\(name)’.",
                hint: Spelling.nearest(to: name, in: names).map { "Did you mean ‘\($0)’?" }
                    ?? (names.isEmpty ? "It takes none." : "It takes: \(names.joined(separator: ", ")).")
            )
        }
        var values: [JSONValue.Member] = []
        var missing: [Input] = []
        for input in workflow.inputs {
            if let text = typed[input.name] {
                values.append(.init(input.name, try RunInputs.check(text, for: input)))
            } else if let standard = input.defaultValue {
                guard let text = RunInputs.fill(standard, from: values) else { continue }
                values.append(.init(input.name, try RunInputs.check(text, for: input)))
            } else if input.isRequired {
                missing.append(input)
            }
        }
        // All at once: nobody wants to be told of one after the other.
        guard missing.isEmpty else { throw RunInputs.lack(of: missing, workflow) }
        self.values = values
        given = Set(typed.keys)
        self.typed = typed
        secrets = Set(workflow.inputs.filter(\.isSecret).map(\.name))
    }

    subscript(_ name: String) -> JSONValue? { values.first { $0.name == name }?.value }

    /// What was given as a journal may keep it: as it was typed, secrets masked.
    var journalled: [String: String] {
        var result = typed
        for name in secrets where result[name] != nil { result[name] = RunNotebook.mask }
        return result
    }

    /// The names of the inputs that were given and are secrets.
    var givenSecrets: [String] { secrets.intersection(given).sorted() }

    /// The values that nothing may show.
    var secretTexts: [String] {
        values.filter { secrets.contains($0.name) }.compactMap(\.value.scalar).filter { !$0.isEmpty }
    }

    private static func lack(of inputs: [Input], _ workflow: Workflow) -> WorkflowError {
        let names = inputs.map { "‘\($0.name)’" }.joined(separator: ", ")
        let hints = inputs.map { "\($0.name)=…\($0.description.map { ": \($0)" } ?? "")" }
        return WorkflowError(
            .missingInput,
            "\(workflow.id) needs the input\(inputs.count == 1 ? "" : "s") \(names).",
            hint: "Add \(hints.joined(separator: "; ")). ‘emwalk workflows \(workflow.id)’ explains it."
        )
    }

    /// Nil if the default is nothing but an input that has no value.
    private static func fill(_ template: Template, from values: [JSONValue.Member]) -> String? {
        var result = ""
        for part in template.parts {
            switch part {
            case .text(let text): result += text
            case .expression(.input(let name)):
                guard let text = values.first(where: { $0.name == name })?.value.scalar else { return nil }
                result += text
            case .expression: return nil
            }
        }
        return result
    }

    private static func check(_ text: String, for input: Input) throws(WorkflowError) -> JSONValue {
        try checkLength(text, of: input)
        if !input.choices.isEmpty, !input.choices.contains(text) {
            throw WorkflowError(
                .inputInvalid,
                "The input ‘\(input.name)’ cannot be ‘\(text)’.",
                hint: Spelling.nearest(to: text, in: input.choices).map { "Did you mean ‘\($0)’?" }
                    ?? "It may be: \(input.choices.joined(separator: ", "))."
            )
        }
        switch input.kind {
        case .string:
            guard !text.isEmpty || !input.isRequired else {
                throw WorkflowError(.inputInvalid, "The input ‘\(input.name)’ must not be empty.")
            }
            if input.limits.format == .dateTime, !Magnitude.isTime(text) {
                throw WorkflowError(
                    .inputInvalid,
                    "The input ‘\(input.name)’ must be a date and time, not ‘\(text)’.",
                    hint: "Write it such as 2026-01-31T22:00:00Z."
                )
            }
            return .string(text)
        case .integer:
            guard let number = Int(text) else {
                throw WorkflowError(.inputInvalid, "The input ‘\(input.name)’ must be a whole number, not ‘\(text)’.")
            }
            try checkSize(Double(number), text, of: input)
            return .integer(number)
        case .number:
            guard let number = Double(text), number.isFinite, text.allSatisfy({ "0123456789+-.eE".contains($0) }) else {
                throw WorkflowError(.inputInvalid, "The input ‘\(input.name)’ must be a number, not ‘\(text)’.")
            }
            try checkSize(number, text, of: input)
            return .number(text.first == "+" ? String(text.dropFirst()) : text)
        case .boolean:
            guard text == "true" || text == "false" else {
                throw WorkflowError(.inputInvalid, "The input ‘\(input.name)’ must be true or false, not ‘\(text)’.")
            }
            return .boolean(text == "true")
        }
    }

    private static func checkLength(_ text: String, of input: Input) throws(WorkflowError) {
        if let limit = input.limits.maxLength, text.count > limit {
            throw WorkflowError(
                .inputInvalid,
                "The input ‘\(input.name)’ may have \(limit) characters at the most, and this has \(text.count)."
            )
        }
        if let limit = input.limits.minLength, text.count < limit {
            throw WorkflowError(
                .inputInvalid,
                "The input ‘\(input.name)’ must have \(limit) characters at least, and this has \(text.count)."
            )
        }
    }

    private static func checkSize(_ number: Double, _ text: String, of input: Input) throws(WorkflowError) {
        if let least = input.limits.minimum, number < least {
            throw WorkflowError(
                .inputInvalid,
                "The input ‘\(input.name)’ must be \(plain(least)) at least, not \(text)."
            )
        }
        if let most = input.limits.maximum, number > most {
            throw WorkflowError(
                .inputInvalid,
                "The input ‘\(input.name)’ must be \(plain(most)) at the most, not \(text)."
            )
        }
    }

    /// A whole number without a fraction.
    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
