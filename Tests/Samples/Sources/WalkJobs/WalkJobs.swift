// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Workflows

/// Walks to a job by links and runs a workflow, against the simulator in process.
///
/// For a real server the transport is another one, `HTTPTransport`; nothing else changes.
@main
enum WalkJobs {
    /// What a program may make of a job: its own type, filled from XML and from JSON alike.
    struct Job: Decodable {
        let name: String
        let jobType: String
        let scheduleEnabled: Bool

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case jobType = "JobType"
            case scheduleEnabled = "ScheduleEnabled"
        }
    }

    static func main() async throws {
        let configuration = SimulatorConfiguration()
        let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: simulator,
            credentials: Credentials(user: configuration.user, password: configuration.password)
        )
        try await HypermediaClient.withSession(client) { hub in
            let jobs = try await client.follow(LinkSelector(rel: "Down", type: "JobReferenceList"), of: hub)
            for job in jobs.items { print(job.label ?? "-", job.uid ?? "-") }

            let nightly = try await client.walk(RelPath("Down:JobReferenceList/@Nightly/Alternate:Job"))
            let job = try nightly.decode(Job.self)
            print("\(job.name) is a \(job.jobType) job; its schedule is \(job.scheduleEnabled ? "on" : "off").")
            for link in nightly.links { print(link.rel, link.type ?? "-", link.name ?? "") }

            let workflow = try WorkflowCatalog.enterpriseManager().workflow("link-repository")
            let runner = WorkflowRunner(client: client, confirm: { _ in true })
            let result = try await runner.run(workflow, inputs: ["job": "Offsite Copy", "repository": "Backup Vol 01"])
            print("\(result.outcome): \(result.message)")
            if let failure = result.failure { throw failure }
        }
    }
}
