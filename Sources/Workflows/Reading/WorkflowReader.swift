// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Reads the nodes of a file as workflows; what one part says about another is left to ``WorkflowLint``.
struct WorkflowReader {
    let file: String

    /// - Throws: the first thing that is wrong.
    func read(_ node: SourceNode) throws(WorkflowError) -> WorkflowFile {
        var problems: [WorkflowError] = []
        let file = try read(node, &problems)
        if let problem = problems.first { throw problem }
        return file
    }

    /// - Parameter problems: gets everything that is wrong with the workflows; those are left out.
    func read(_ node: SourceNode, _ problems: inout [WorkflowError]) throws(WorkflowError) -> WorkflowFile {
        let map = try SourceMapping(node, "a workflow file", keys: .file)
        let version = try map.string("emflow")
        guard version == WorkflowFile.formatVersion else {
            throw try map.required("emflow").fail(
                "this package reads version \(WorkflowFile.formatVersion) of the format, not \(version)."
            )
        }
        let info = try SourceMapping(try map.required("info"), "‘info’", keys: .info)
        var workflows: [Workflow] = []
        for node in try map.required("workflows").sequence("‘workflows’") {
            var own: [WorkflowError] = []
            do {
                let workflow = try workflow(node, &own)
                if own.isEmpty { workflows.append(workflow) }
            } catch {
                own.append(error)
            }
            problems += own
        }
        return WorkflowFile(
            file: file,
            title: try info.string("title"),
            version: try info.optionalString("version"),
            workflows: workflows
        )
    }

    private func workflow(_ node: SourceNode, _ problems: inout [WorkflowError]) throws(WorkflowError) -> Workflow {
        let map = try SourceMapping(node, "a workflow", keys: .workflow)
        let steps = self.steps(try map.required("steps").sequence("‘steps’"), &problems)
        guard !steps.isEmpty || !problems.isEmpty else {
            throw try map.required("steps").fail("a workflow needs a step.")
        }
        let finally = self.steps(try map["finally"]?.sequence("‘finally’") ?? [], &problems)
        var verify: ReadBack?
        if let node = map["verify"] { verify = try readBack(node) }
        return Workflow(
            id: try identifier(try map.required("workflowId"), "‘workflowId’"),
            summary: try map.string("summary"),
            description: try map.optionalString("description"),
            inputs: try inputs(map["inputs"]),
            danger: try danger(map["danger"]),
            steps: steps,
            finally: finally,
            verify: verify,
            unverifiedReason: try map.optionalString("x-unverified"),
            compensation: try compensation(map["compensate"]),
            outputs: try outputs(map["outputs"]),
            position: node.position
        )
    }

    private func steps(_ nodes: [SourceNode], _ problems: inout [WorkflowError]) -> [Step] {
        var steps: [Step] = []
        for node in nodes {
            do {
                steps.append(try step(node))
            } catch {
                problems.append(error)
            }
        }
        return steps
    }

    private func compensation(_ node: SourceNode?) throws(WorkflowError) -> Compensation? {
        guard let node else { return nil }
        let map = try SourceMapping(node, "‘compensate’", keys: .compensate)
        var arguments: [Compensation.Argument] = []
        for entry in try map["inputs"]?.entries("‘inputs’") ?? [] {
            arguments.append(
                Compensation.Argument(name: entry.key, value: try ExpressionReader.template(entry.value, "an input"))
            )
        }
        return Compensation(
            workflowID: try map.string("workflowId"),
            arguments: arguments,
            position: node.position
        )
    }

    private func danger(_ node: SourceNode?) throws(WorkflowError) -> Danger? {
        guard let node else { return nil }
        let map = try SourceMapping(node, "‘danger’", keys: .danger)
        return Danger(
            level: try map.word("level", Danger.Level.self),
            text: try map.string("text"),
            source: try map.optionalString("source")
        )
    }

    private func inputs(_ node: SourceNode?) throws(WorkflowError) -> [Input] {
        guard let node else { return [] }
        let map = try SourceMapping(node, "‘inputs’", keys: .inputs)
        if let type = map["type"], try type.string("‘type’") != "object" {
            throw type.fail("the inputs of a workflow are of type object.")
        }
        let entries = try map["properties"]?.entries("‘properties’") ?? []
        var required: [String] = []
        for node in try map["required"]?.sequence("‘required’") ?? [] {
            let name = try node.string("a name in ‘required’")
            guard entries.contains(where: { $0.key == name }) else {
                let near = Spelling.nearest(to: name, in: entries.map(\.key))
                throw node.fail("there is no input ‘\(name)’.", hint: near.map { "Did you mean ‘\($0)’?" })
            }
            required.append(name)
        }
        var inputs: [Input] = []
        for entry in entries { inputs.append(try input(entry, isRequired: required.contains(entry.key))) }
        return inputs
    }

    private func input(_ entry: SourceNode.Entry, isRequired: Bool) throws(WorkflowError) -> Input {
        let map = try SourceMapping(entry.value, "the input ‘\(entry.key)’", keys: .property)
        var choices: [String] = []
        for node in try map["enum"]?.sequence("‘enum’") ?? [] { choices.append(try node.string("a choice")) }
        var standard: Template?
        if let node = map["default"] { standard = try ExpressionReader.template(node, "‘default’") }
        if isRequired, let node = map["default"] { throw node.fail("a required input needs no default.") }
        return Input(
            name: entry.key,
            kind: try map.word("type", Input.Kind.self),
            description: try map.optionalString("description"),
            isRequired: isRequired,
            defaultValue: standard,
            limits: try limits(map),
            choices: choices,
            isSecret: try map["writeOnly"]?.boolean("‘writeOnly’") ?? false,
            position: entry.keyPosition
        )
    }

    private func limits(_ map: SourceMapping) throws(WorkflowError) -> InputLimits {
        let kind = try map.word("type", Input.Kind.self)
        let isNumber = kind == .integer || kind == .number
        for key in isNumber ? ["minLength", "maxLength", "format"] : ["minimum", "maximum"] {
            if let node = map[key] { throw node.fail("‘\(key)’ is not for an input of type \(kind.rawValue).") }
        }
        var format: InputLimits.Format?
        if map["format"] != nil { format = try map.word("format", InputLimits.Format.self) }
        return InputLimits(
            minLength: try map.optionalInteger("minLength"),
            maxLength: try map.optionalInteger("maxLength"),
            minimum: try map.optionalNumber("minimum"),
            maximum: try map.optionalNumber("maximum"),
            format: format
        )
    }

    func outputs(_ node: SourceNode?) throws(WorkflowError) -> [OutputTemplate.Field] {
        guard let node else { return [] }
        var fields: [OutputTemplate.Field] = []
        for entry in try node.entries("‘outputs’") {
            fields.append(OutputTemplate.Field(name: entry.key, value: try output(entry.value)))
        }
        return fields
    }

    private func output(_ node: SourceNode) throws(WorkflowError) -> OutputTemplate {
        guard case .mapping(let entries) = node.content else {
            return .template(try ExpressionReader.template(node, "an output"))
        }
        if entries.contains(where: { $0.key == "each" }) {
            let map = try SourceMapping(node, "an output with ‘each’", keys: .each)
            let source = try ExpressionReader.expression(try map.required("each"), "‘each’")
            return .each(source, try output(try map.required("as")), at: node.position)
        }
        if entries.contains(where: { $0.key == "lookup" }) {
            let map = try SourceMapping(node, "an output with ‘lookup’", keys: .lookup)
            let source = try ExpressionReader.expression(try map.required("lookup"), "‘lookup’")
            return .lookup(
                source,
                try filter(map["where"]),
                try output(try map.required("value")),
                at: node.position
            )
        }
        if entries.contains(where: { $0.key == "firstOf" }) {
            let map = try SourceMapping(node, "an output with ‘firstOf’", keys: .firstOf)
            var templates: [OutputTemplate] = []
            for node in try map.required("firstOf").sequence("‘firstOf’") { templates.append(try output(node)) }
            return .firstOf(templates)
        }
        if entries.contains(where: { $0.key == "resource" }) {
            let map = try SourceMapping(node, "an output with ‘resource’", keys: .resource)
            let value = try map.required("resource")
            let expression = try ExpressionReader.expression(value, "‘resource’")
            guard expression.mayBeResource else {
                throw value.fail("\(expression) is no resource.", hint: "Name a step, $item or $verify.item.")
            }
            return .resource(expression, at: node.position)
        }
        return .object(try outputs(node))
    }

    func identifier(_ node: SourceNode, _ what: String) throws(WorkflowError) -> String {
        let text = try node.string(what)
        let isFine =
            !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        guard isFine else { throw node.fail("\(what) ‘\(text)’ must be made of letters, digits, - and _.") }
        return text
    }
}
