// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Workflows

/// Asks why links are missing, and why one that is offered was refused.
@main
enum ExplainLinks {
    static func main() async throws {
        let configuration = SimulatorConfiguration()
        let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
        let account = configuration.accounts[0]
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: simulator,
            credentials: Credentials(user: account.name, password: account.password)
        )
        try await HypermediaClient.withSession(client) { _ in
            let diagnosis = try await Diagnoser(client: client).why(RelPath("Down:JobReferenceList/@Nightly/Sync"))
            print(diagnosis.sentence)
            for cause in diagnosis.causes {
                print(cause.certainty.word, cause.kind, cause.sentence)
                for evidence in cause.evidence { print("  seen:", evidence.sentence) }
            }
            try await refused(client)
        }
    }

    static func refused(_ client: HypermediaClient) async throws {
        let path = try RelPath("Down:JobReferenceList/@Nightly/Alternate:Job/Start")
        do {
            guard case .link(let link) = try await client.resolve(path) else { return }
            _ = try await client.follow(link)
        } catch let error as ClientError {
            guard let refusal = Refusal(error) else { throw error }
            let diagnosis = try await Diagnoser(client: client).why(path, refusal: refusal)
            print(diagnosis.causes.first?.sentence ?? "")
        }
    }
}
