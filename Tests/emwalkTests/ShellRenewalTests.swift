// SPDX-License-Identifier: Apache-2.0

#if Network
import Testing

/// A session that ends while a shell is open.
@Suite struct ShellRenewalTests {
    private func script(_ fault: String, _ lines: String...) async throws -> Emwalk.Run {
        try await SimulatorProcess.with(["--fault", fault]) { simulator in
            try await simulator.emwalk(["shell", "-v"], input: lines.joined(separator: "\n") + "\n")
        }
    }

    /// The status of each request with this relation, in order.
    private func statuses(_ rel: String, _ run: Emwalk.Run) -> [String] {
        run.stderr.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            return words.count > 3 && Int(words[0]) != nil && words[2] == rel ? String(words[3]) : nil
        }
    }

    @Test func aLineThatReadsSucceeds() async throws {
        let run = try await script(
            "unauthorized@GET:jobs#2",
            "go JobReferenceList",
            "refresh",
            "ls",
            "home",
            "get self | grep -c SessionId",
            "go JobList/Nightly",
            "pwd"
        )
        #expect(run.status == 0, "\(run.stderr)")
        #expect(statuses("Down:JobReferenceList", run) == ["200", "401", "200"])
        #expect(statuses("Create:LogonSession", run) == ["201", "201"])
        #expect(run.stdout.contains("1\tNightly\tJobReference\n"))
        // What is called self is the session of now.
        #expect(run.stdout.hasSuffix("\n1\n/Down:JobList/@Nightly\n"), "\(run.stdout)")
        #expect(!run.stderr.lowercased().contains("password"))
        // The session of now is ended; the other one is gone.
        #expect(statuses("Delete", run) == ["204"])
    }

    @Test func aWriteIsDoneOnce() async throws {
        let run = try await script(
            "unauthorized@POST:action=clone",
            "go JobReferenceList/Nightly",
            "run clone-job name=N2 repository=\"Backup Vol 01\" --yes",
            "ls /JobReferenceList N2",
            "ls /JobReferenceList"
        )
        #expect(run.status == 0, "\(run.stderr)")
        // The one that was refused did nothing.
        #expect(statuses("Clone", run) == ["401", "202"])
        #expect(run.stdout.contains("changed Done, and read back."))
        #expect(run.stdout.contains("\n1\tN2\tJobReference\n"))
        #expect(run.stderr.contains("1 of 7 items"))
        #expect(!run.stderr.lowercased().contains("password"))
    }

    /// Where the answer was lost nobody knows whether the write was done: it is not repeated, renewed session or not.
    @Test func aWriteWithoutAnAnswerIsNotRepeated() async throws {
        let run = try await SimulatorProcess.with(
            ["--fault", "drop-after@POST:action=start", "--fault", "unauthorized@GET:jobs#1"]
        ) { simulator in
            try await simulator.emwalk(["shell", "-v"], input: "do JobReferenceList/Nightly/Start --yes\n")
        }
        #expect(run.status != 0)
        let starts = run.stderr.split(separator: "\n").filter { $0.contains(" POST ") && $0.contains(" Start ") }
        #expect(starts.count == 1, "\(run.stderr)")
        #expect(statuses("Down:JobReferenceList", run) == ["401", "200"])
    }
}
#endif
