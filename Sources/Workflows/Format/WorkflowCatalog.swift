// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Workflows by name.
public struct WorkflowCatalog: Hashable, Sendable {
    /// The workflows, in order of their names.
    public let workflows: [Workflow]

    /// The workflows of files; where two have the same name, that of the later file counts.
    public init(_ files: [WorkflowFile]) {
        var byName: [String: Workflow] = [:]
        for workflow in files.flatMap(\.workflows) { byName[workflow.id] = workflow }
        workflows = byName.values.sorted { $0.id < $1.id }
    }

    /// The names, in order.
    public var names: [String] { workflows.map(\.id) }

    /// The workflow of that name.
    ///
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/unknownWorkflow`` and the nearest spelling.
    public func workflow(_ name: String) throws(WorkflowError) -> Workflow {
        if let workflow = workflows.first(where: { $0.id == name }) { return workflow }
        throw WorkflowError(
            .unknownWorkflow,
            "There is no workflow ‘\(name)’.",
            hint: Spelling.nearest(to: name, in: names).map { "Did you mean ‘\($0)’?" }
                ?? "There are: \(names.joined(separator: ", "))."
        )
    }
}
