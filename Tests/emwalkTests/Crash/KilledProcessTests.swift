// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulator
import EnterpriseManagerSimulatorServer
import Foundation
import HTTPTypes
import RunStore
import Subprocess
import Testing
import Workflows

/// `emwalk run` is killed for real at an exchange with its server, and `emwalk resume` finishes what it began.
///
/// Plain runs kill around the write; with EMWALK_THOROUGH=1 at every exchange.
@Suite(.serialized) struct KilledProcessTests {
    private static let configuration = SimulatorConfiguration {
        $0.user = "administrator"
        $0.password = "Passw0rd!"
        $0.taskDuration = .milliseconds(100)
        $0.effectDelay = .milliseconds(200)
    }

    @Test(arguments: KilledWorkflow.all)
    func aKilledRunIsFinishedByAnotherProcess(_ workflow: KilledWorkflow) async throws {
        try await TestPlace.with { try await Self.killAndResume(workflow) }
    }

    private static func killAndResume(_ workflow: KilledWorkflow) async throws {
        let server = DeadlyServer(configuration)
        try await Folder.with { folder in
            let file = try workflow.write(to: folder)
            try await SimulatorServer(handler: server, security: .plain).withServer { address in
                let stage = Stage(workflow: workflow, file: file, server: server, origin: address.origin)
                let points = try await stage.points(in: folder)
                var doubts = 0
                for (index, point) in points.enumerated() {
                    let state = folder.path("state-\(index)")
                    if try await stage.killsAndResumes(point, state: state) { doubts += 1 }
                }
                print("\(workflow): \(points.count) processes killed, \(doubts) of them in doubt")
            }
        }
    }

    @Test func theSecondProcessOnTheSameRunIsRefused() async throws {
        try await Folder.with { folder in
            let state = folder.path("state")
            let store = try RunStore(path: state + "/emwalk/runs.sqlite")
            try store.append(
                JournalEntry(
                    run: "abc",
                    workflow: "list-jobs",
                    at: .now,
                    event: .runStarted(JournalStart(inputs: [:], definition: "d", server: "s"))
                )
            )
            let claim = try store.claim("abc")
            try await SimulatorProcess.with { simulator in
                let refused = try await Emwalk.run(
                    list: ["resume", "abc", "--json"] + simulator.options,
                    environment: ["XDG_STATE_HOME": state, "EMWALK_PASSWORD": "Passw0rd!"]
                )
                #expect(refused.status == 2)
                #expect(refused.error["code"] as? String == "run-busy")
                claim.release()
                let other = try await Emwalk.run(
                    list: ["resume", "abc", "--json"] + simulator.options,
                    environment: ["XDG_STATE_HOME": state, "EMWALK_PASSWORD": "Passw0rd!"]
                )
                #expect(other.error["code"] as? String == "world-changed")
            }
        }
    }

    /// One workflow on one server, killed again and again.
    private struct Stage {
        let workflow: KilledWorkflow
        let file: String
        let server: DeadlyServer
        let origin: String

        /// Where to kill: around the write, or at every exchange.
        func points(in folder: Folder) async throws -> [DeadlyServer.Point] {
            server.begin(origin, killAt: nil)
            let run = try await emwalk(["run"], state: folder.path("state"))
            #expect(run.status == 0, "\(run.stderr)")
            let entries = try #require(server.log).entries
            let write = entries.firstIndex(where: \.isWrite) ?? 0
            let isThorough = ProcessInfo.processInfo.environment["EMWALK_THOROUGH"] != nil
            let exchanges = isThorough ? Array(entries.indices) : [2, write, write + 1, entries.count - 1]
            return exchanges.flatMap { exchange in
                [false, true].map { DeadlyServer.Point(exchange: exchange, isHandled: $0) }
            }
        }

        /// Whether nobody could know how the write had ended.
        func killsAndResumes(_ point: DeadlyServer.Point, state: String) async throws -> Bool {
            server.begin(origin, killAt: point)
            let before = try count()
            let killed = try await emwalk(["run"], state: state)
            // How often a run asks its task depends on the time: it may have ended before the last of these points.
            #expect(
                killed.status == -1 || killed.object["outcome"] as? String == "changed",
                "\(point): \(killed.stderr)"
            )
            server.spare()

            let store = try RunStore(path: state + "/emwalk/runs.sqlite")
            let record = try store.runs().first
            let isInDoubt = record?.effectiveWrites.contains { $0.fate == .unknown } ?? false
            let what = "\(workflow) killed \(point)"
            guard let record else {
                // Nothing was begun, so nothing is to be finished.
                let run = try await emwalk(["run"], state: state)
                #expect(run.object["outcome"] as? String == "changed", "\(what): \(run.stderr)")
                let effects = try count() - before
                #expect(effects == 1, "\(what)")
                return false
            }
            #expect(!store.isUnderWay(record.run), "\(what): the lock outlived the process")
            let resumed = try await emwalk(["resume", record.run], state: state)
            let effects = try count() - before
            if record.ending != nil {
                #expect(resumed.error["code"] as? String == "run-ended", "\(what)")
                #expect(effects == 1, "\(what)")
            } else if workflow.isConclusive || !isInDoubt {
                #expect(resumed.object["outcome"] as? String == "changed", "\(what): \(resumed.stderr)")
                #expect(effects == 1, "\(what): \(resumed.stdout)")
                #expect(resumed.status == 0)
            } else {
                #expect(resumed.object["outcome"] as? String == "unknown", "\(what): \(resumed.stdout)")
                #expect(resumed.status == 10)
                #expect(effects <= 1, "\(what)")
            }
            let log = try #require(server.log)
            #expect(log.entries.last?.method == .delete && log.entries.last?.status == 204, "\(what): not logged off")
            #expect(log.writes.filter { $0.status == 202 }.count <= 1, "\(what)")
            #expect(log.madeUp.isEmpty)
            return isInDoubt
        }

        private func count() throws -> Int { try workflow.count(try #require(server.world)) }

        private func emwalk(_ words: [String], state: String) async throws -> Emwalk.Run {
            let isRun = words == ["run"]
            let server = server
            let result = try await Subprocess.run(
                .path(Emwalk.executable),
                arguments: Arguments(
                    words + (isRun ? [workflow.name] + workflow.inputs + ["--file", file] : [])
                        + [
                            "--em", origin + Simulator.entryPath, "--user", "administrator", "--yes", "--json",
                            "--task-timeout", "1",
                        ]
                ),
                environment: Emwalk.environment(["EMWALK_PASSWORD": "Passw0rd!", "XDG_STATE_HOME": state]),
                input: .none,
                output: .sequence,
                error: .sequence
            ) { execution in
                server.watch(execution.processIdentifier.value)
                async let stdout = Self.text(execution.standardOutput.strings())
                async let stderr = Self.text(execution.standardError.strings())
                return try await (stdout, stderr)
            }
            return Emwalk.Run(
                status: Emwalk.status(result.terminationStatus),
                stdout: result.closureResult.0,
                stderr: result.closureResult.1
            )
        }

        private static func text<S: AsyncSequence>(_ lines: S) async throws -> String where S.Element == String {
            var text = ""
            for try await line in lines { text += line }
            return text
        }
    }
}
#endif
