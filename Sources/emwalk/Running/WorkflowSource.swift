// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Hypermedia
internal import Workflows

/// Where named workflows come from: a file, or the shipped catalogue and the folders of the person who types.
///
/// Where two have the same name, the one that was found later counts, so that people can put theirs in place of a
/// shipped one.
struct WorkflowSource {
    let workflows: [Workflow]
    /// Why files of the folders are left out; one that is broken does not keep the others from being used.
    private let problems: [WorkflowError]

    init(file: String?, folders: WorkflowFolders = WorkflowFolders()) throws {
        if let file {
            let text = String(decoding: try FileArgument.read(file), as: UTF8.self)
            workflows = try WorkflowFile(yaml: text, file: file, profile: .enterpriseManager).workflows
            problems = []
            return
        }
        var byName: [String: Workflow] = [:]
        for workflow in try WorkflowCatalog.enterpriseManager().workflows { byName[workflow.id] = workflow }
        var problems: [WorkflowError] = []
        for file in folders.files {
            let text = String(decoding: try FileArgument.read(file), as: UTF8.self)
            do {
                let own = try WorkflowFile(yaml: text, file: file, profile: .enterpriseManager)
                for workflow in own.workflows { byName[workflow.id] = workflow }
            } catch {
                problems.append(error)
            }
        }
        workflows = byName.values.sorted { $0.id < $1.id }
        self.problems = problems
    }

    func workflow(_ name: String) throws -> Workflow {
        if let found = workflows.first(where: { $0.id == name }) { return found }
        let near = Spelling.nearest(to: name, in: workflows.map(\.id))
        throw CommandError(
            "unknown-workflow",
            "There is no workflow ‘\(name)’.",
            hint: problems.first.map { "A file of yours is left out: \($0.message)" }
                ?? near.map { "Did you mean \($0)? " } ?? "emwalk workflows lists them all."
        )
    }
}
#endif
