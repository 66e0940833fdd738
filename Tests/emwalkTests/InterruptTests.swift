// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing
import Workflows

@testable import emwalk

/// What Ctrl-C does while a task is awaited: real processes, with and without a terminal.
@Suite struct InterruptTests {
    static let clone = ["run", "clone-job", "job=Nightly", "name=Nightly 2", "repository=Backup Vol 01", "--yes"]
    static let endless = ["--fault", "task-never-ends@POST:action=clone"]

    /// How many requests of the trace were deletions; the trace begins its lines with the number of the request.
    private static func deletions(in text: String) -> Int { text.matches(of: #/[0-9]  DELETE /#).count }

    // MARK: Without a terminal

    @Test(arguments: [[], ["-o", "ndjson"]]) func theTaskIsLeftRunning(_ format: [String]) async throws {
        try await SimulatorProcess.with(Self.endless) { simulator in
            let run = try await InterruptedRun.status(
                Self.clone + format + ["-v"] + simulator.options,
                whenItSays: format.isEmpty ? "task " : "self:Task"
            )
            #expect(run.code == 130)
            // Its session is logged off; the task is not deleted.
            #expect(run.stderr.contains("DELETE Delete"))
            #expect(Self.deletions(in: run.stderr) == 1)
            if format.isEmpty { #expect(run.stderr.contains("emwalk resume ")) }
        }
    }

    @Test func theTaskIsEndedIfThatIsAskedFor() async throws {
        try await SimulatorProcess.with(Self.endless) { simulator in
            let run = try await InterruptedRun.status(
                Self.clone + ["--cancel-on-interrupt", "-v"] + simulator.options,
                whenItSays: "task "
            )
            #expect(run.code == 130)
            // The task and the session, each by the link that it offers.
            #expect(Self.deletions(in: run.stderr) == 2)
        }
    }

    /// In the middle of a wait for a task, and in that of another one: nothing stays mounted.
    @Test(arguments: [
        ("task-never-ends@POST:action=restore", "FileRestore", 3), ("status=503@POST:action=restore#*", "503", 2),
    ])
    func whatWasMountedIsUnmounted(_ fault: String, _ word: String, _ deletions: Int) async throws {
        try await SimulatorProcess.with(["--fault", fault]) { simulator in
            let restore = ["run", "restore-guest-file", "vm=sql01", "path=E:/Shares/HR/Staff.xlsx", "--yes"]
            let run = try await InterruptedRun.status(
                restore + ["--cancel-on-interrupt", "-v"] + simulator.options,
                whenItSays: word
            )
            #expect(run.code == 130)
            // The task if there is one, the mount, the session.
            #expect(Self.deletions(in: run.stderr) == deletions, "\(run.stderr)")
            #expect(run.stderr.contains("DELETE Delete:VmRestorePointMount"), "\(run.stderr)")
        }
    }

    // MARK: At a terminal

    #if os(Linux)
    @Test(.enabled(if: Terminal.isAvailable)) func whoeverIsAskedMayGoOn() async throws {
        // Enough to be asked and to answer before it is over.
        let limit = 15
        try await SimulatorProcess.with(Self.endless) { simulator in
            let (status, screen) = try await Terminal.run(
                Self.clone + ["--task-timeout", "\(limit)"] + simulator.options,
                [
                    Terminal.Reply(words: "Running", keys: Terminal.controlC),
                    Terminal.Reply(words: "[L/e/w]", keys: "w\r"),
                ]
            )
            // The wait went on, up to its limit.
            #expect(status == 9, "\(screen)")
            #expect(screen.contains("leave it running"))
            let ended = try #require(screen.firstMatch(of: #/still Running after ([0-9]+) s/#), "\(screen)")
            #expect(try #require(Int(ended.1)) >= limit, "\(screen)")
        }
    }

    @Test(.enabled(if: Terminal.isAvailable), arguments: [("l\r", 1), ("\r", 1), ("e\r", 2)])
    func whoeverIsAskedMayLeaveItOrEndIt(_ keys: String, _ deletes: Int) async throws {
        try await SimulatorProcess.with(Self.endless) { simulator in
            let (status, screen) = try await Terminal.run(
                Self.clone + ["-v"] + simulator.options,
                [
                    Terminal.Reply(words: "Running", keys: Terminal.controlC),
                    Terminal.Reply(words: "[L/e/w]", keys: "w\r"),
                    Terminal.Reply(words: "Running", keys: Terminal.controlC),
                    Terminal.Reply(words: "[L/e/w]", keys: keys),
                ]
            )
            #expect(status == 130, "\(screen)")
            #expect(Self.deletions(in: screen) == deletes, "\(screen)")
            #expect(screen.contains("emwalk resume "))
            #expect(screen.contains("unknown"))
        }
    }

    @Test(.enabled(if: Terminal.isAvailable)) func whoeverAsksTwiceIsGoneAtOnce() async throws {
        try await SimulatorProcess.with(Self.endless) { simulator in
            let (status, screen) = try await Terminal.run(
                Self.clone + ["-v"] + simulator.options,
                [
                    Terminal.Reply(words: "Running", keys: Terminal.controlC),
                    Terminal.Reply(words: "[L/e/w]", keys: Terminal.controlC),
                ]
            )
            #expect(status == 130)
            #expect(!screen.contains("DELETE "))
        }
    }

    @Test(.enabled(if: Terminal.isAvailable)) func oneLineKeepsTheTimeOnATerminal() async throws {
        try await SimulatorProcess.with(Self.endless) { simulator in
            let (status, screen) = try await Terminal.run(
                Self.clone + ["--task-timeout", "5"] + simulator.options,
                []
            )
            #expect(status == 9)
            #expect(screen.contains("\r\u{1B}[K"))
            // Which seconds are seen is up to the machine; that they count up is not.
            let seconds = screen.matches(of: #/  cloneBackup  task CloneJob Running  ([0-9]+) s of 5 s/#)
                .compactMap { Int($0.1) }
            #expect(Set(seconds).count > 1, "\(screen)")
            #expect(seconds == seconds.sorted(), "\(screen)")
        }
    }
    #endif

    // MARK: Pieces

    @Test func progressIsOneLine() {
        let wait = ProgressText.Wait(
            step: "clone",
            operation: "CloneJob",
            state: "Running",
            since: .seconds(10),
            limit: .seconds(300)
        )
        #expect(
            ProgressText(waits: [wait], ended: 0, total: nil).text(at: .seconds(22))
                == "  clone  task CloneJob Running  12 s of 5:00 min"
        )
        #expect(ProgressText(waits: [], ended: 0, total: nil).text(at: .zero) == nil)
        #expect(
            ProgressText(waits: [wait, wait], ended: 3, total: 10).text(at: .seconds(75))
                == "  3 of 10 ended, 2 waiting for tasks, the longest for 1:05 min of 5:00 min"
        )
        #expect(ProgressText(waits: [], ended: 10, total: 10).text(at: .zero) == nil)
        // A server may not move the cursor.
        let rude = ProgressText.Wait(step: "s", operation: nil, state: "\u{1B}[2J", since: .zero, limit: nil)
        #expect(ProgressText(waits: [rude], ended: 0, total: nil).text(at: .zero)?.contains("\u{1B}") == false)
    }

    @Test func whatIsKnownOfAnInterruptedRunIsSaid() {
        let witness = RunWitness()
        func see(_ text: String) throws { witness.see(try JSONDecoder().decode(RunEvent.self, from: Data(text.utf8))) }
        #expect(throws: Never.self) {
            try see(#"{"event":"run-started","run":"abc"}"#)
            try see(#"{"event":"step-started","run":"abc","step":"clone","rel":"Clone","verb":"POST"}"#)
        }
        #expect(
            witness.open.map { RunWitness.lines($0, isEphemeral: false) } == [
                [
                    "Run abc was interrupted in the step ‘clone’.", "  sent  POST Clone, not answered yet",
                    "  now   emwalk resume abc",
                ]
            ]
        )
        #expect(throws: Never.self) {
            try see(#"{"event":"step-finished","run":"abc","step":"clone","rel":"Clone","verb":"POST","status":202}"#)
            try see(#"{"event":"task","run":"abc","step":"clone","operation":"CloneJob","state":"Running"}"#)
            try see(#"{"event":"run-started","run":"def"}"#)
        }
        #expect(witness.open.map { RunWitness.lines($0, isEphemeral: false).count } == [4, 1])
        #expect(
            witness.open.first.map { RunWitness.lines($0, isEphemeral: false)[1] }
                == "  sent  POST Clone, answered with 202"
        )
        // A simulator that ends with the command leaves nothing to go on with.
        let last = witness.open.first.flatMap { RunWitness.lines($0, isEphemeral: true).last } ?? ""
        #expect(last.hasSuffix(RunWitness.nothingLeft) && !last.contains("emwalk resume"))
        #expect(throws: Never.self) { try see(#"{"event":"run-finished","run":"abc"}"#) }
        #expect(witness.open.map(\.run) == ["def"])
    }
}
#endif
