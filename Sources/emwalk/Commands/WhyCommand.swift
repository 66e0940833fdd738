// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia
internal import HypermediaClient
internal import Synchronization
internal import Workflows

/// `emwalk why`: why a link is missing, ambiguous or refused.
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Find out why a link is missing, ambiguous or refused.",
        discussion: """
            PATH ends with the link in question. Reads what speaks for a cause, and writes nothing: reference instead \
            of entity, spelling, type of job, state, version of the API, role, wrong product or port.
            Example: emwalk why Down:JobReferenceList/@Nightly/Alternate:Job/Sync --simulator
            """
    )

    @Argument(help: ArgumentHelp("A link path.", valueName: "path"), completion: PathCompletion.kind)
    var path: String

    @Option(help: ArgumentHelp("The status that following the link was answered with, such as 403.", valueName: "code"))
    var status: Int?

    @Option(help: ArgumentHelp("What the server said then.", valueName: "text"))
    var said: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: DocumentOptions

    func validate() throws {
        if let status, !(400...599).contains(status) {
            throw ValidationError("--status is that of an error, 400 to 599.")
        }
    }

    func run() async throws {
        let console = Console()
        let path = try await Route.typed(path).whole
        let diagnosis = try await diagnose(path, console)
        let report = DiagnosisReport(diagnosis, command: TypedCommand(path: path.description))
        try output.write(report.json, to: console) { report.text(console) }
    }

    private func diagnose(_ path: RelPath, _ console: Console) async throws -> Diagnosis {
        let refusal = status.map { Refusal(status: $0, said: said) }
        let isLoggedOn = Atomic(false)
        do {
            return try await Connection(connection, console: console).withSession { session in
                isLoggedOn.store(true, ordering: .relaxed)
                return try await Diagnoser(client: session.client).why(path, refusal: refusal)
            }
        } catch let error as any ActionableError {
            // Whoever cannot even log on may have reached something else; wrong usage explains itself.
            guard !isLoggedOn.load(ordering: .relaxed), ExitStatus(error.code) != .usage,
                let url = try ConnectionSettings(connection).em, let entry = try? EntryPoint(url)
            else { throw error }
            return Diagnoser.why(error, connectingTo: entry, profile: .enterpriseManager)
        }
    }
}
#endif
