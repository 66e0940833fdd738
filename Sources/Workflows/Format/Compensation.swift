// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Which workflow undoes what another one brought about.
public struct Compensation: Hashable, Sendable {
    /// An input of that workflow and what it is filled with: `$inputs.NAME` or `$outputs.NAME` of the run.
    public struct Argument: Hashable, Sendable {
        /// The name of the input.
        public let name: String
        /// Its value.
        public let value: Template
    }

    /// The workflow that undoes it.
    public let workflowID: String
    /// What it is given.
    public let arguments: [Argument]
    /// Where it stands in the file.
    public let position: SourcePosition

    /// The inputs of the workflow that undoes a run.
    ///
    /// - Parameters:
    ///   - inputs: the inputs of the run.
    ///   - outputs: what it handed back.
    /// - Returns: the inputs by name; one whose value the run does not have is left out.
    public func inputs(inputs: [JSONValue.Member], outputs: JSONValue) -> [String: String] {
        var result: [String: String] = [:]
        for argument in arguments {
            if let text = text(argument.value, .object(inputs), outputs) { result[argument.name] = text }
        }
        return result
    }

    private func text(_ template: Template, _ inputs: JSONValue, _ outputs: JSONValue) -> String? {
        var result = ""
        for part in template.parts {
            switch part {
            case .text(let text): result += text
            case .expression(.input(let name)):
                guard let text = inputs[name]?.scalar else { return nil }
                result += text
            case .expression(.output(let path)):
                let value = path.names.reduce(Optional(outputs)) { value, name in value?[name] }
                guard let text = value?.scalar else { return nil }
                result += text
            case .expression: return nil
            }
        }
        return result
    }
}
