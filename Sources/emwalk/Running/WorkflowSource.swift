// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Hypermedia
internal import Workflows

/// Where named workflows come from: the shipped catalogue, or a file.
struct WorkflowSource {
    let workflows: [Workflow]

    init(file: String?) throws {
        if let file {
            let text = String(decoding: try FileArgument.read(file), as: UTF8.self)
            workflows = try WorkflowFile(yaml: text, file: file, profile: .enterpriseManager).workflows
        } else {
            workflows = try WorkflowCatalog.enterpriseManager().workflows
        }
    }

    func workflow(_ name: String) throws -> Workflow {
        if let found = workflows.first(where: { $0.id == name }) { return found }
        let near = Spelling.nearest(to: name, in: workflows.map(\.id))
        throw CommandError(
            "unknown-workflow",
            "There is no workflow ‘\(name)’.",
            hint: near.map { "Did you mean \($0)? " } ?? "emwalk workflows lists them all."
        )
    }
}
#endif
