// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

/// `emwalk run` for many.
@Suite struct FanOutCommandTests {
    @Test(arguments: ["xml", "json"]) func someThatFailAreAStatusOfTheirOwn(_ format: String) async throws {
        try await SimulatorProcess.with { simulator in
            let run = try await simulator.emwalk(
                ["run", "start-job", "--each", "-", "--yes", "--json", "--accept", format, "--concurrency", "2"],
                input: "Nightly\nNo Such Job\nSQL Servers\n"
            )
            #expect(run.status == 11)
            #expect(run.object["outcome"] as? String == "partial")
            let runs = try #require(run.object["runs"] as? [[String: Any]])
            #expect(runs.map { $0["outcome"] as? String } == ["changed", "failed", "changed"])
            #expect(
                runs.map { ($0["inputs"] as? [String: String])?["job"] } == ["Nightly", "No Such Job", "SQL Servers"]
            )
            #expect(Set(runs.compactMap { $0["run"] as? String }).count == 3)
            #expect(run.error["code"] as? String == "partial")

            let all = try await simulator.emwalk(
                ["run", "start-job", "--each", "-", "--yes", "--accept", format],
                input: "None\nNothing\n"
            )
            #expect(all.status == 5)
            #expect(all.stdout.contains("2 runs: 2 failed."))
        }
    }

    @Test func aSelectionIsTheListAndTheTableSaysWhatCameOfIt() async throws {
        try await SimulatorProcess.with { simulator in
            let run = try await simulator.emwalk(
                ["run", "start-job", "--each-of", "Down:JobList/*[JobType=Backup]", "--yes"]
            )
            #expect(run.status == 0)
            let lines = run.stdout.split(separator: "\n").map(String.init)
            #expect(lines.first?.contains("JOB") == true)
            #expect(lines.contains { $0.contains("Nightly") && $0.contains("changed") })
            #expect(lines.last?.contains("3 runs: 3 changed.") == true)
            let events = try await simulator.emwalk(
                ["run", "list-linked-jobs", "--each-of", "Down:JobList/*[JobType=ImmediateBackupCopy]", "-o", "ndjson"]
            )
            #expect(events.status == 0)
            let last = try #require(events.stdout.split(separator: "\n").last)
            let document = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
            #expect(document?["outcome"] as? String == "read")
        }
    }

    @Test func severalServersAreNamedByTheirProfiles() async throws {
        try await SimulatorProcess.with { north in
            try await SimulatorProcess.with(["--seed", "2"]) { south in
                try await Folder.with { folder in
                    try FileManager.default.createDirectory(
                        atPath: folder.path("emwalk"),
                        withIntermediateDirectories: true
                    )
                    _ = try folder.write(
                        "emwalk/profiles.yaml",
                        """
                        north: {em: "\(north.url)", user: administrator, cacert: "\(north.authority)"}
                        south: {em: "\(south.url)", user: administrator, cacert: "\(south.authority)"}
                        away: {em: "https://127.0.0.1:1/api/", user: administrator}
                        """
                    )
                    let environment = ["XDG_CONFIG_HOME": folder.path(""), "EMWALK_PASSWORD": "Passw0rd!"]
                    let run = try await Emwalk.run(
                        list: ["run", "start-job", "job=Nightly", "--profile", "north,south", "--yes", "--json"],
                        environment: environment
                    )
                    #expect(run.status == 0, "\(run.stderr)")
                    let runs = try #require(run.object["runs"] as? [[String: Any]])
                    #expect(runs.map { $0["connection"] as? String } == ["north", "south"])
                    #expect(run.object["outcome"] as? String == "changed")
                    let partly = try await Emwalk.run(
                        list: ["run", "start-job", "job=SQL Servers", "--profile", "away,north", "--yes", "--json"],
                        environment: environment
                    )
                    #expect(partly.status == 11)
                    let parts = try #require(partly.object["runs"] as? [[String: Any]])
                    #expect(parts.map { $0["outcome"] as? String } == ["failed", "changed"])
                    #expect(parts.first?["code"] as? String == "connection-refused")
                    let twice = try await Emwalk.run(
                        list: ["run", "start-job", "job=Nightly", "--profile", "north,north", "--yes"],
                        environment: environment
                    )
                    #expect(twice.status == 2)
                }
            }
        }
    }

    @Test func withoutAYesNothingIsSent() async throws {
        try await SimulatorProcess.with { simulator in
            let run = try await simulator.emwalk(
                ["run", "start-job", "--each", "-", "--json", "-v"],
                input: "Nightly\nSQL Servers\n"
            )
            #expect(run.status == 2)
            #expect(run.object["outcome"] as? String == "failed")
            #expect(!run.stderr.contains("Start "))
        }
    }

    @Test func wrongUseIsToldBeforeAnybodyIsLoggedOn() async throws {
        for words in [
            ["--each", "-", "--each-of", "Down"], ["--concurrency", "0", "--each", "-"], ["--each-of", "Down:["],
            ["--each", "/nowhere/names.txt"],
        ] {
            #expect(try await Emwalk.run(list: ["run", "start-job", "--simulator"] + words).status == 2, "\(words)")
        }
    }
}
#endif
