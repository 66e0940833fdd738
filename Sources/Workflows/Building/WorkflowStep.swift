// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// A step of a workflow that is written in Swift, with the keywords of workflow files.
public struct WorkflowStep: WorkflowPart {
    private var fields: [WorkflowValue.Field]
    private let position: SourcePosition

    /// A step that begins at the session, or where another one ended: `$steps.ID`.
    ///
    /// - Parameters:
    ///   - id: its name within the workflow.
    ///   - origin: where it begins.
    ///   - fileID: where it stands, for errors.
    ///   - line: where it stands, for errors.
    ///   - column: where it stands, for errors.
    public init(
        _ id: String,
        from origin: WorkflowValue = "$session",
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column
    ) {
        fields = [.init("stepId", .text(id)), .init("from", origin)]
        position = SourcePosition(file: fileID, line: line, column: column)
    }

    /// Follows a link.
    ///
    /// - Parameters:
    ///   - rel: its relation.
    ///   - type: its type, ``Hypermedia/LinkType/none`` if it must have none; nil if any will do.
    ///   - name: its name; nil if any will do.
    ///   - isOptional: whether the step is left without a resource where the link is not there.
    public func follow(
        _ rel: Rel,
        type: LinkType? = nil,
        name: WorkflowValue? = nil,
        isOptional: Bool = false
    ) -> WorkflowStep {
        var follow: [WorkflowValue.Field] = [.init("rel", .text(rel.rawValue))]
        if let type { follow.append(.init("type", .text(type.rawValue))) }
        if let name { follow.append(.init("name", name)) }
        if isOptional { follow.append(.init("cardinality", "optional")) }
        return with("follow", .fields(follow))
    }

    /// Goes on with the item that holds these values.
    ///
    /// - Parameters:
    ///   - item: the name of its element; nil if any will do.
    ///   - conditions: what it must hold, such as `["Name": "$inputs.job"]`.
    ///   - cardinality: how many there may be.
    public func select(
        item: String? = nil,
        where conditions: WorkflowValue = [:],
        cardinality: Cardinality = .one
    ) -> WorkflowStep {
        var select: [WorkflowValue.Field] = []
        if let item { select.append(.init("item", .text(item))) }
        if conditions != [:] { select.append(.init("where", conditions)) }
        if cardinality != .one { select.append(.init("cardinality", .text(cardinality.rawValue))) }
        return with("select", .fields(select))
    }

    /// Sends a body; its fields stand in the order in which XML must have them.
    public func body(_ body: WorkflowValue) -> WorkflowStep { with("body", body) }

    /// Is taken only if a condition holds, such as `["given": "repository"]`.
    public func when(_ condition: WorkflowValue) -> WorkflowStep { with("when", condition) }

    /// The same step with another keyword of the format, such as `onSuccess`, `outputs` or `verify`.
    public func with(_ keyword: String, _ value: WorkflowValue) -> WorkflowStep {
        var changed = self
        changed.fields.append(.init(keyword, value))
        return changed
    }

    /// What it adds to the workflow.
    public var contribution: WorkflowContribution {
        WorkflowContribution(kind: .step(.fields(fields)), position: position)
    }
}
