// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import EnterpriseManagerSimulator
internal import Hypermedia
internal import HypermediaClient
internal import Synchronization
internal import Workflows

/// The main job from logon to logoff: link a repository to a backup copy job, clone a job, read both back.
///
/// It ends by asking the simulator's own log whether any URL was requested that had not been handed out.
struct Demo {
    let options: ConnectionOptions
    let console: Console
    let isJSON: Bool

    private static let job = "Offsite Copy"
    private static let repository = "Backup Vol 01"

    func run() async throws {
        let witness = SimulatorWitness()
        let hops = Mutex<[Hop]>([])
        let story = DemoStory(console: console, isQuiet: isJSON)
        let connection = Connection(options, console: console, witness: witness) { hop in
            story.hop(hop)
            hops.withLock { $0.append(hop) }
        }
        story.title("A simulated Enterprise Manager listens on loopback, over HTTPS. Log on by the link it offers:")
        let results = try await connection.withSession { session in
            try await Demo.perform(session, story)
        }
        let made = witness.log?.madeUp.count ?? -1
        let writes = witness.log?.writes.count ?? -1
        let all = hops.withLock { $0 }
        if isJSON {
            console.out(
                JSONValue.members(
                    ("runs", .array(results.map(\.json))),
                    ("hops", .array(all.map { HopLine($0).json })),
                    ("requests", .integer(all.count)),
                    ("writes", .integer(writes)),
                    ("madeUpURLs", .integer(made))
                ).text()
            )
        }
        story.ending(requests: all.count, writes: writes, madeUp: made)
        if let failure = results.compactMap(\.failure).first { throw failure }
        guard made == 0 else {
            throw CommandError("internal", "\(made) requests went to URLs that no answer had handed out.")
        }
    }

    private static func perform(_ session: Connection.Session, _ story: DemoStory) async throws -> [RunResult] {
        story.note("logged on; the session offers \(session.hub.links.count) links, and everything else hangs on them")
        let runner = WorkflowRunner(client: session.client, onEvent: { story.event($0) })
        let catalog = try WorkflowCatalog.enterpriseManager()

        story.title("Before: the repositories linked to the backup copy job ‘\(job)’")
        let list = try catalog.workflow("list-linked-repositories")
        let before = try await runner.run(list, inputs: ["job": job], from: session.hub)
        story.result(before)

        story.title("Plan link-repository: every read is done, the write is shown and not sent")
        let link = try catalog.workflow("link-repository")
        let inputs = ["job": job, "repository": repository]
        let plan = try await runner.plan(link, inputs: inputs, from: session.hub)
        story.plan(plan)

        story.title("Run it: send the same bytes, wait for the task, read the result back")
        let linked = try await runner.run(link, inputs: inputs, from: session.hub)
        story.result(linked)

        story.title("After: the repositories linked to ‘\(job)’")
        let after = try await runner.run(list, inputs: ["job": job], from: session.hub)
        story.result(after)

        story.title("Run it again: nothing is left to do, so nothing is sent")
        let again = try await runner.run(link, inputs: inputs, from: session.hub)
        story.result(again)

        story.title("Clone the backup job ‘Nightly’")
        let clone = try catalog.workflow("clone-job")
        let cloned = try await runner.run(
            clone,
            inputs: ["job": "Nightly", "name": "Nightly for tests", "repository": repository],
            from: session.hub
        )
        story.result(cloned)

        story.title("Log off by the link of the session:")
        return [before, linked, after, again, cloned]
    }
}
#endif
