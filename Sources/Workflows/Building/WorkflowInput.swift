// SPDX-License-Identifier: Apache-2.0

/// An input of a workflow that is written in Swift.
public struct WorkflowInput: WorkflowPart {
    private let name: String
    private let isRequired: Bool
    private var schema: [WorkflowValue.Field]
    private let position: SourcePosition

    /// An input.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - description: what it is for; nil if the name says enough.
    ///   - kind: what kind of value it is.
    ///   - standard: its value if it is not given; nil if it must be given, or may be missing.
    ///   - isRequired: whether it must be given; nil for yes, unless it has a standard value.
    ///   - fileID: where it stands, for errors.
    ///   - line: where it stands, for errors.
    ///   - column: where it stands, for errors.
    public init(
        _ name: String,
        _ description: String? = nil,
        kind: Input.Kind = .string,
        default standard: WorkflowValue? = nil,
        isRequired: Bool? = nil,
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column
    ) {
        self.name = name
        self.isRequired = isRequired ?? (standard == nil)
        var schema = [WorkflowValue.Field("type", .text(kind.rawValue))]
        if let description { schema.append(.init("description", .text(description))) }
        if let standard { schema.append(.init("default", standard)) }
        self.schema = schema
        position = SourcePosition(file: fileID, line: line, column: column)
    }

    /// The same input with another keyword of the format, such as `maxLength` or `enum`.
    public func with(_ keyword: String, _ value: WorkflowValue) -> WorkflowInput {
        var changed = self
        changed.schema.append(.init(keyword, value))
        return changed
    }

    /// What it adds to the workflow.
    public var contribution: WorkflowContribution {
        WorkflowContribution(
            kind: .input(name: name, isRequired: isRequired, schema: .fields(schema)),
            position: position
        )
    }
}
