// SPDX-License-Identifier: Apache-2.0

/// What a workflow that is written in Swift hands back.
public struct WorkflowOutput: WorkflowPart {
    private let entry: NamedValue

    /// An output, such as `$steps.job.item.UID`.
    public init(
        _ name: String,
        _ value: WorkflowValue,
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column
    ) {
        entry = NamedValue(name, value, fileID, line, column)
    }

    /// What it adds to the workflow.
    public var contribution: WorkflowContribution {
        entry.contribution { .output(name: $0, $1) }
    }
}
