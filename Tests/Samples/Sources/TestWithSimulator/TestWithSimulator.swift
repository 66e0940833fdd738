// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Workflows

/// Tests a function of one's own with the test kit of the simulator.
///
/// No test framework is needed: what the kit throws ends a program as it fails a test.
@main
enum TestWithSimulator {
    /// The function under test: sends the copies of a job to one more repository.
    static func addRepository(_ repository: String, toCopiesOf job: String, with client: HypermediaClient) async throws
    {
        try await HypermediaClient.withSession(client) { _ in
            let workflow = try WorkflowCatalog.enterpriseManager().workflow("link-repository")
            let runner = WorkflowRunner(client: client, confirm: { _ in true })
            let result = try await runner.run(workflow, inputs: ["job": job, "repository": repository])
            if let failure = result.failure { throw failure }
        }
    }

    static func main() async throws {
        // URLs that tell nothing, and links that lead nowhere good: only following the right ones works.
        let configuration = SimulatorConfiguration {
            $0.opaqueURLs = true
            $0.decoyLinks = true
        }
        let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: simulator,
            credentials: Credentials(user: configuration.user, password: configuration.password)
        )
        try await addRepository("Backup Vol 01", toCopiesOf: "Offsite Copy", with: client)

        try simulator.log.expectOnlyHandedOut()
        try simulator.log.expectNoTraps()
        try simulator.log.expectWrites(1)

        let job = try simulator.look(
            LinkStep("Down", "JobReferenceList"),
            LinkStep("Alternate", "Job", ofItem: "Offsite Copy")
        )
        try job.expectLink("Down", "LinkedBackupRepositoryObjectList")
        try job.expect("Name", "Offsite Copy")
        print("\(simulator.log.entries.count) requests, all along links, and one write, as expected.")
    }
}
