// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct ConnectionTests {
    @Test func firstContactWithAnUnknownCertificateShowsThePinThatWorks() async throws {
        try await SimulatorProcess.with { simulator in
            let refused = try await Emwalk.run(
                "ls",
                "--json",
                "--em",
                simulator.url,
                "--user",
                "administrator",
                environment: ["EMWALK_PASSWORD": "Passw0rd!"]
            )
            #expect(refused.status == 3)
            #expect(refused.error["code"] as? String == "tls-untrusted")
            let hint = refused.error["hint"] as? String ?? ""
            let pin = hint.split(separator: " ").last.map(String.init) ?? ""
            #expect(pin.hasPrefix("sha256:"))

            let pinned = try await Emwalk.run(
                "ls",
                "--em",
                simulator.url,
                "--user",
                "administrator",
                "--pin",
                pin,
                environment: ["EMWALK_PASSWORD": "Passw0rd!"]
            )
            #expect(pinned.status == 0)
            #expect(pinned.stdout.contains("JobReferenceList"))

            let wrong = try await Emwalk.run(
                "ls",
                "--json",
                "--em",
                simulator.url,
                "--user",
                "administrator",
                "--pin",
                "sha256:" + String(repeating: "0", count: 64),
                environment: ["EMWALK_PASSWORD": "Passw0rd!"]
            )
            #expect(wrong.status == 3)
            #expect(wrong.error["code"] as? String == "tls-pin-mismatch")
        }
    }

    @Test func aRefusedLogonEndsWith4AndTellsNoSecret() async throws {
        try await SimulatorProcess.with { simulator in
            let run = try await simulator.emwalk(["ls", "--json", "-v"], password: "not-the-password")
            #expect(run.status == 4)
            #expect(run.stderr.contains("logon-refused"))
            #expect(!(run.stdout + run.stderr).contains("not-the-password"))
        }
    }

    @Test func nothingListensEndsWith3() async throws {
        let run = try await Emwalk.run(
            "ls",
            "--json",
            "--em",
            "https://127.0.0.1:1/api/",
            "--user",
            "u",
            environment: ["EMWALK_PASSWORD": "p"]
        )
        #expect(run.status == 3)
        #expect(run.error["code"] as? String == "connection-refused")
    }

    @Test func passwordsComeFromStdinAndFiles() async throws {
        try await SimulatorProcess.with(["--http"]) { simulator in
            let stdin = try await Emwalk.run(
                "ls",
                "--em",
                simulator.url,
                "--user",
                "administrator",
                "--password-stdin",
                input: "Passw0rd!\n"
            )
            #expect(stdin.status == 0)
            let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try Data("Passw0rd!\nsecond line\n".utf8).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let fromFile = try await Emwalk.run(
                "ls",
                "--em",
                simulator.url,
                "--user",
                "administrator",
                "--password-file",
                file.path
            )
            #expect(fromFile.status == 0)
            let netrc = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try Data("machine 127.0.0.1 login administrator password Passw0rd!\n".utf8).write(to: netrc)
            defer { try? FileManager.default.removeItem(at: netrc) }
            let fromNetrc = try await Emwalk.run("ls", "--em", simulator.url, environment: ["NETRC": netrc.path])
            #expect(fromNetrc.status == 0)
        }
    }

    @Test func aTraceHoldsEveryHopAndNoSecret() async throws {
        try await SimulatorProcess.with { simulator in
            let trace = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: trace) }
            let raw = try await simulator.emwalk(["get", "self", "--raw"])
            #expect(raw.stdout.contains("<SessionId>"))
            let run = try await simulator.emwalk(["get", "self", "-vv", "--trace", trace.path])
            #expect(run.status == 0)
            let secret = try #require(raw.stdout.firstMatch(of: /<SessionId>(.+?)<\/SessionId>/)?.1)
            // The same form, so that the document still holds before its schema; every session has an id of its own.
            #expect(run.stdout.contains("<SessionId>00000000-0000-4000-8000-000000000001</SessionId>"))
            #expect(!secret.hasPrefix("00000000-0000-4000-8000"))
            let lines = try String(contentsOf: trace, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 4)
            let all = lines.joined() + run.stderr
            #expect(!all.contains("Passw0rd!"))
            // The href of a logon session ends with its id, from which its token is made.
            #expect(!all.contains("/logonSessions/"))
        }
    }

    @Test func anInterruptLogsOffAndEndsWith130() async throws {
        try await SimulatorProcess.with(["--fault", "task-never-ends@POST:action=start"]) { simulator in
            let status = try await InterruptedRun.status(
                ["do", "Down:JobReferenceList/@Nightly/Alternate:Job/Start", "--yes", "-v"] + simulator.options,
                whenItSays: "task "
            )
            #expect(status.code == 130)
            #expect(status.stderr.contains("DELETE"))
        }
    }
}
#endif
