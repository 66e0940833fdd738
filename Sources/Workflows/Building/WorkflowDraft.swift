// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// A workflow written in Swift, with the keywords of workflow files.
///
/// It is read and checked by the same rules as a file, so what is said of files holds for it; errors name the Swift
/// file and line.
///
/// ```swift
/// let workflow = try WorkflowDraft("find-job", "Find a job by its name") {
///     WorkflowInput("job", "name of the job")
///     WorkflowStep("jobs").follow("Down", type: "JobReferenceList")
///     WorkflowStep("job", from: "$steps.jobs").select(item: "Ref", where: ["Name": "$inputs.job"])
///     WorkflowOutput("uid", "$steps.job.item.UID")
/// }.workflow(profile: .enterpriseManager)
/// ```
public struct WorkflowDraft: Sendable {
    private let id: String
    private let summary: String
    private let parts: [WorkflowContribution]
    private let position: SourcePosition

    /// A draft.
    ///
    /// - Parameters:
    ///   - id: its name.
    ///   - summary: what it does, in a few words.
    ///   - fileID: where it stands, for errors.
    ///   - line: where it stands, for errors.
    ///   - column: where it stands, for errors.
    ///   - parts: inputs, steps, outputs and keywords.
    public init(
        _ id: String,
        _ summary: String,
        fileID: String = #fileID,
        line: Int = #line,
        column: Int = #column,
        @WorkflowBuilder parts: () -> [WorkflowContribution]
    ) {
        self.id = id
        self.summary = summary
        self.parts = parts()
        position = SourcePosition(file: fileID, line: line, column: column)
    }

    /// The workflow, read and checked.
    ///
    /// - Parameter profile: what is true of the API; tells which steps write.
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/badWorkflowFile``, file, line and column.
    public func workflow(profile: Profile) throws(WorkflowError) -> Workflow {
        let file = try WorkflowFile(node, profile: profile)
        guard let workflow = file.workflows.first else {
            throw WorkflowError(.badWorkflowFile, "the draft holds no workflow.", at: position)
        }
        return workflow
    }

    /// The draft as a file would hold it.
    private var node: SourceNode {
        var inputs: [SourceNode.Entry] = []
        var required: [SourceNode] = []
        var steps: [SourceNode] = []
        var outputs: [SourceNode.Entry] = []
        var keywords: [SourceNode.Entry] = []
        for part in parts {
            let position = part.position
            switch part.kind {
            case .input(let name, let isRequired, let schema):
                inputs.append(entry(name, schema.node(at: position), position))
                if isRequired { required.append(WorkflowValue.text(name).node(at: position)) }
            case .step(let step): steps.append(step.node(at: position))
            case .output(let name, let value): outputs.append(entry(name, value.node(at: position), position))
            case .keyword(let name, let value): keywords.append(entry(name, value.node(at: position), position))
            }
        }
        var workflow = [text("workflowId", id), text("summary", summary)]
        if !inputs.isEmpty {
            var schema = [text("type", "object")]
            if !required.isEmpty { schema.append(entry("required", list(required))) }
            schema.append(entry("properties", mapping(inputs)))
            workflow.append(entry("inputs", mapping(schema)))
        }
        workflow += keywords
        workflow.append(entry("steps", list(steps)))
        if !outputs.isEmpty { workflow.append(entry("outputs", mapping(outputs))) }
        return mapping([
            text("emflow", WorkflowFile.formatVersion),
            entry("info", mapping([text("title", summary)])),
            entry("workflows", list([mapping(workflow)])),
        ])
    }

    private func mapping(_ entries: [SourceNode.Entry]) -> SourceNode {
        SourceNode(content: .mapping(entries), position: position)
    }

    private func list(_ nodes: [SourceNode]) -> SourceNode { SourceNode(content: .sequence(nodes), position: position) }

    private func text(_ name: String, _ value: String) -> SourceNode.Entry {
        entry(name, WorkflowValue.text(value).node(at: position))
    }

    private func entry(_ name: String, _ value: SourceNode, _ place: SourcePosition? = nil) -> SourceNode.Entry {
        SourceNode.Entry(key: name, keyPosition: place ?? position, value: value)
    }
}
