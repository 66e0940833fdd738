// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia
internal import Workflows

/// `emwalk workflows`: the catalogue.
struct WorkflowsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflows",
        abstract: "List the named workflows, or explain one.",
        discussion: "A word that names none lists those that have it in their name or summary: emwalk workflows restore"
    )

    @Argument(help: ArgumentHelp("A workflow.", valueName: "name"), completion: WorkflowCompletion.name)
    var name: String?

    @Option(
        help: ArgumentHelp("Workflows of your own, instead of the shipped ones.", valueName: "file"),
        completion: .file()
    )
    var file: String?

    @OptionGroup var output: DocumentOptions

    func run() throws {
        let console = Console()
        let source = try WorkflowSource(file: file)
        guard let name else {
            try list(source.workflows, console)
            return
        }
        let word = name.lowercased()
        let similar = source.workflows.filter { $0.id.contains(word) || $0.summary.lowercased().contains(word) }
        if !similar.isEmpty, !source.workflows.contains(where: { $0.id == name }) {
            try list(similar, console)
            return
        }
        let workflow = try source.workflow(name)
        try output.write(WorkflowJSON.document(workflow), to: console) {
            WorkflowText(console: console).explain(workflow)
        }
    }

    private func list(_ workflows: [Workflow], _ console: Console) throws {
        try output.write(.array(workflows.map(WorkflowJSON.document)), to: console) {
            WorkflowTable(console: console).text(workflows)
        }
        if console.isTerminal, output.format == .table {
            console.err("\nemwalk workflows NAME explains one, emwalk plan NAME … shows what it would do and does not.")
        }
    }
}
#endif
