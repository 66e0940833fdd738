// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// A file of workflows.
///
/// ```swift
/// let file = try WorkflowFile(yaml: text, file: "night.workflow.yaml", profile: .enterpriseManager)
/// ```
public struct WorkflowFile: Hashable, Sendable {
    /// The version of the format that this package reads.
    public static let formatVersion = "1.0"

    /// The name of the file, as errors show it.
    public let file: String
    /// What the file is about.
    public let title: String
    /// The version of the file.
    public let version: String?
    /// Its workflows.
    public let workflows: [Workflow]

    /// Reads and checks a file.
    ///
    /// - Parameters:
    ///   - yaml: the text, YAML or JSON.
    ///   - file: its name, for errors.
    ///   - profile: what is true of the API; tells which steps write.
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/badWorkflowFile``, file, line and column.
    public init(yaml: String, file: String, profile: Profile) throws(WorkflowError) {
        let node = try SourceNode.parse(yaml, file: file)
        self = try WorkflowReader(file: file).read(node)
        if let problem = WorkflowLint(profile: profile).problems(in: self, source: node).first { throw problem }
    }

    init(file: String, title: String, version: String?, workflows: [Workflow]) {
        self.file = file
        self.title = title
        self.version = version
        self.workflows = workflows
    }
}
