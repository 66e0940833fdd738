// SPDX-License-Identifier: Apache-2.0

/// What a workflow that is written in Swift hands back.
public struct WorkflowOutput: WorkflowPart {
    private let name: String
    private let value: WorkflowValue
    private let position: SourcePosition

    /// An output, such as `$steps.job.item.UID`.
    public init(
        _ name: String,
        _ value: WorkflowValue,
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column
    ) {
        self.name = name
        self.value = value
        position = SourcePosition(file: fileID, line: line, column: column)
    }

    /// What it adds to the workflow.
    public var contribution: WorkflowContribution {
        WorkflowContribution(kind: .output(name: name, value), position: position)
    }
}
