// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Foundation
import Hypermedia
import HypermediaClient

/// Builds a walk, saves it, plans it and walks it on another server.
@main
enum KeepWalks {
    static func client(_ seed: UInt64, opaque: Bool) throws -> HypermediaClient {
        let configuration = SimulatorConfiguration {
            $0.seed = seed
            $0.opaqueURLs = opaque
        }
        let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
        return HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: simulator,
            credentials: Credentials(user: configuration.user, password: configuration.password)
        )
    }

    static func main() async throws {
        let job = RelPath.here.following("Down", type: "JobReferenceList").item(named: "Nightly")
            .following("Alternate", type: "Job")
        print(job)

        let saved = try JSONEncoder().encode(["nightly": job])
        let bookmarks = try JSONDecoder().decode([String: RelPath].self, from: saved)

        for (seed, opaque) in [(UInt64(1), false), (2, true)] {
            let client = try client(seed, opaque: opaque)
            try await HypermediaClient.withSession(client) { _ in
                guard let nightly = bookmarks["nightly"] else { return }
                let plan = try await client.plan(nightly.following("ToggleScheduleEnabled"))
                print(plan.request?.verb ?? "-", plan.hops.count, "reads;", plan.dangers.map(\.text))
                print(try await client.walk(nightly).property("JobType") ?? "-")
            }
        }
    }
}
