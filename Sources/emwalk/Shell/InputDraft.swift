// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Workflows

/// The inputs of a workflow as they are typed: `key=value`, or a value alone for the next that is needed.
struct InputDraft {
    let workflow: Workflow
    /// The words as the command takes them.
    private(set) var words: [String] = []
    private var given: Set<String> = []

    init(workflow: Workflow, words: [String]) {
        self.workflow = workflow
        let known = Set(workflow.inputs.map(\.name))
        for word in words {
            if let equals = word.firstIndex(of: "="), !word.hasPrefix("-") { given.insert(String(word[..<equals])) }
        }
        var takesValue = false
        for word in words {
            if word.hasPrefix("-") || takesValue {
                takesValue = ["-o", "--output", "--color", "--task-timeout"].contains(word)
                self.words.append(word)
            } else if let equals = word.firstIndex(of: "="), known.contains(String(word[..<equals])) {
                self.words.append(word)
            } else if !word.contains("="), let input = missing.first {
                give(word, for: input)
            } else {
                self.words.append(word)
            }
        }
    }

    /// What is needed and not given, in the order of the workflow.
    var missing: [Input] { workflow.inputs.filter { $0.isRequired && !given.contains($0.name) } }

    /// Gives an input.
    mutating func give(_ value: String, for input: Input) {
        given.insert(input.name)
        words.append("\(input.name)=\(value)")
    }
}
#endif
