// SPDX-License-Identifier: Apache-2.0

/// A keyword of a workflow that is written in Swift: `danger`, `verify`, `description` and whatever a file may have.
public struct WorkflowKeyword: WorkflowPart {
    private let entry: NamedValue

    /// A keyword.
    public init(
        _ name: String,
        _ value: WorkflowValue,
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column
    ) {
        entry = NamedValue(name, value, fileID, line, column)
    }

    /// What it does beside what it is asked for.
    public static func danger(
        _ level: Danger.Level,
        _ text: String,
        source: String? = nil,
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column
    ) -> WorkflowKeyword {
        var fields: [WorkflowValue.Field] = [.init("level", .text(level.rawValue)), .init("text", .text(text))]
        if let source { fields.append(.init("source", .text(source))) }
        return WorkflowKeyword("danger", .fields(fields), fileID: fileID, line: line, column: column)
    }

    /// How it reads back what it brought about.
    public static func verify(
        _ readBack: WorkflowValue,
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column
    ) -> WorkflowKeyword {
        WorkflowKeyword("verify", readBack, fileID: fileID, line: line, column: column)
    }

    /// Why what it writes is not read back.
    public static func unverified(
        _ reason: String,
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column
    ) -> WorkflowKeyword {
        WorkflowKeyword("x-unverified", .text(reason), fileID: fileID, line: line, column: column)
    }

    /// What it adds to the workflow.
    public var contribution: WorkflowContribution {
        entry.contribution { .keyword(name: $0, $1) }
    }
}
