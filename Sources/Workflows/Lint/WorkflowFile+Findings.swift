// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension WorkflowFile {
    /// Everything that is wrong with a file, and everything that deserves a second look, in the order of the file.
    ///
    /// What has the code ``ErrorCode/badWorkflowFile`` keeps the file from being used; what has
    /// ``ErrorCode/workflowAdvice`` does not.
    ///
    /// ```swift
    /// for finding in WorkflowFile.findings(in: text, file: "night.workflow.yaml", profile: .enterpriseManager) {
    ///     print(finding.message)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - yaml: the text, YAML or JSON.
    ///   - file: its name, for the findings.
    ///   - profile: what is true of the API.
    ///   - known: workflows of other files that this one may name.
    public static func findings(
        in yaml: String,
        file: String,
        profile: Profile,
        known: [Workflow] = []
    ) -> [WorkflowError] {
        var findings: [WorkflowError] = []
        do {
            let node = try SourceNode.parse(yaml, file: file)
            let read = try WorkflowReader(file: file).read(node, &findings)
            findings += WorkflowLint(profile: profile).problems(in: read, source: node)
            let advice = WorkflowAdvice(profile: profile, known: read.workflows + known)
            findings += read.workflows.flatMap(advice.findings)
        } catch {
            findings.append(error)
        }
        // A step that several workflows share by an alias is told of once.
        var seen: Set<WorkflowError> = []
        return findings.filter { seen.insert($0).inserted }.sorted { left, right in
            let (one, other) = (left.position, right.position)
            return (one?.line ?? 0, one?.column ?? 0) < (other?.line ?? 0, other?.column ?? 0)
        }
    }
}
