// SPDX-License-Identifier: Apache-2.0

/// A value under a name, and where the Swift code stands that gave it.
struct NamedValue: Sendable {
    let name: String
    let value: WorkflowValue
    let position: SourcePosition

    init(_ name: String, _ value: WorkflowValue, _ fileID: String, _ line: Int, _ column: Int) {
        self.name = name
        self.value = value
        position = SourcePosition(file: fileID, line: line, column: column)
    }

    /// What it adds to the workflow.
    func contribution(_ kind: (String, WorkflowValue) -> WorkflowContribution.Kind) -> WorkflowContribution {
        WorkflowContribution(kind: kind(name, value), position: position)
    }
}
