// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

/// What was run is listed, resumed, undone and forgotten.
@Suite struct RunsTests {
    private static let link = ["link-repository", "job=Offsite Copy", "repository=Backup Vol 01"]

    /// The shipped file with a way back, and less time for the effect to show.
    private func file(_ folder: Folder) throws -> String {
        let path = try KilledWorkflow.link.write(to: folder)
        let text = try folder.read("linked.workflow.yaml")
        guard !text.contains("compensate: {workflowId: unlink-repository") else { return path }
        let head = "  - workflowId: link-repository\n"
        let inputs = "{job: $inputs.job, repository: $inputs.repository}"
        let way = "    compensate: {workflowId: unlink-repository, inputs: \(inputs)}\n"
        return try folder.write("linked.workflow.yaml", text.replacing(head, with: head + way))
    }

    private func runs(_ arguments: [String], _ state: String) async throws -> Emwalk.Run {
        try await Emwalk.run(list: ["runs"] + arguments, environment: ["XDG_STATE_HOME": state])
    }

    @Test func aRunIsListedUndoneAndForgotten() async throws {
        try await Folder.with { folder in
            let file = try file(folder)
            let state = folder.path("state")
            try await SimulatorProcess.with { simulator in
                func emwalk(_ arguments: [String]) async throws -> Emwalk.Run {
                    try await Emwalk.run(
                        list: arguments + ["--json"] + simulator.options,
                        environment: ["XDG_STATE_HOME": state, "EMWALK_PASSWORD": "Passw0rd!"]
                    )
                }
                #expect(try await runs(["--json"], state).json as? [String] == [])
                let linked = try await emwalk(["run"] + Self.link + ["--file", file, "--yes"])
                #expect(linked.object["outcome"] as? String == "changed", "\(linked.stderr)")
                let name = try #require(linked.object["run"] as? String)

                let list = try await runs(["-o", "json"], state).json as? [[String: Any]]
                #expect(list?.count == 1)
                #expect(list?.first?["run"] as? String == name)
                #expect(list?.first?["state"] as? String == "changed")
                #expect(list?.first?["next"] as? String == "emwalk compensate \(name)")
                let details = try await runs([name], state)
                #expect(details.stdout.contains("POST Create:LinkedBackupRepositoryObject  done, answered with 202"))
                #expect(!details.stdout.contains("://"))

                let again = try await emwalk(["resume", name])
                #expect(again.status == 2)
                #expect(again.error["code"] as? String == "run-ended")

                let undone = try await emwalk(["compensate", name, "--yes"])
                #expect(undone.object["outcome"] as? String == "changed", "\(undone.stderr)")
                #expect(undone.object["workflow"] as? String == "unlink-repository")
                let twice = try await emwalk(["compensate", name, "--yes"])
                #expect(twice.status == 2)
                #expect(twice.error["code"] as? String == "not-compensable")
                let after = try await runs(["--json", name], state).object
                #expect(after["next"] is NSNull)

                let forgotten = try await runs(["--delete", name, "--json"], state)
                #expect(forgotten.object["forgotten"] as? [String] == [name])
                #expect(try await runs([name, "--json"], state).error["code"] as? String == "unknown-run")
                #expect(try await runs(["--prune", "30d", "--json"], state).object["forgotten"] as? [String] == [])
                let pruned = try await runs(["--prune", "0m", "--json"], state).object["forgotten"] as? [String]
                #expect(pruned?.count == 1)
            }
        }
    }

    @Test func aRunThatWasInterruptedIsGoneOnWith() async throws {
        try await Folder.with { folder in
            let file = try file(folder)
            // The task of the first write never ends, and does nothing.
            try await SimulatorProcess.with(["--fault", "task-never-ends@POST:linked#1"]) { simulator in
                let interrupted = try await InterruptedRun.status(
                    ["run"] + Self.link + ["--file", file, "--yes", "--task-timeout", "8"] + simulator.options,
                    whenItSays: "task "
                )
                #expect(interrupted.code == 130, "\(interrupted.stderr)")
                let words = interrupted.stderr.split(whereSeparator: \.isWhitespace)
                let name = try #require(
                    words.indices.first { words[$0] == "resume" }.map { String(words[$0 + 1]) },
                    "\(interrupted.stderr)"
                )
                let resumed = try await simulator.emwalk(["resume", name, "--yes", "--json"])
                #expect(resumed.object["outcome"] as? String == "changed", "\(resumed.stderr)")
                let list = try await simulator.emwalk(["run", "list-linked-repositories", "job=Offsite Copy", "--json"])
                let rows = (list.object["outputs"] as? [String: Any])?["linkedRepositories"] as? [Any]
                #expect(rows?.count == 2)
            }
        }
    }

    @Test func aRunOnASimulatorOfItsOwnIsNotKept() async throws {
        try await Folder.with { folder in
            let state = folder.path("state")
            let run = try await Emwalk.run(
                list: ["run", "start-job", "job=Nightly", "--simulator", "--yes", "--json"],
                environment: ["XDG_STATE_HOME": state]
            )
            #expect(run.status == 0, "\(run.stderr)")
            #expect(try await runs(["--json"], state).json as? [String] == [])
        }
    }
}
#endif
