// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Workflows

/// Starts every backup job of two servers, two at a time.
@main
enum RunForMany {
    static func client(_ seed: UInt64) throws -> HypermediaClient {
        let configuration = SimulatorConfiguration { $0.seed = seed }
        let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
        return HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: simulator,
            credentials: Credentials(user: configuration.user, password: configuration.password)
        )
    }

    static func main() async throws {
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("start-job")
        let servers = try ["north": client(1), "south": client(2)].sorted { $0.key < $1.key }.map { name, client in
            FanOutConnection(name: name) { body in
                try await HypermediaClient.withSession(client) { _ in try await body(client) }
            }
        }
        let fan = FanOut(concurrency: 2) { client, _, group in
            FanOut.Runs(runner: WorkflowRunner(client: client), origin: RunOrigin(group: group))
        }
        let result = try await fan.run(
            workflow,
            inputs: .each(of: RelPath("Down:JobList/*[JobType=Backup]"), as: "job"),
            on: servers
        )
        for item in result.items { print(item.connection, item.inputs["job"] ?? "-", item.outcome) }
        print(result.outcome, result.message)
    }
}
