// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct DoTests {
    private static let job = "Down:JobReferenceList/@Nightly/Alternate:Job"

    private func properties(_ simulator: SimulatorProcess, _ path: String) async throws -> [String: Any] {
        let run = try await simulator.emwalk(["show", path, "--json"])
        #expect(run.status == 0)
        return run.object["properties"] as? [String: Any] ?? [:]
    }

    /// The body is the resource as it was fetched; only what was asked for is different.
    @Test(arguments: ["xml", "json"]) func editChangesOnlyWhatIsGiven(_ format: String) async throws {
        try await SimulatorProcess.with { simulator in
            let fetched = try await simulator.emwalk(["get", Self.job, "--raw", "--accept", format]).stdout
            let edit = [
                "do", Self.job + "/Edit", "Description=Changed & well", "--accept", format, "--json",
            ]
            let plan = try await simulator.emwalk(edit + ["--dry-run"])
            #expect(plan.status == 0)
            #expect(plan.object["sent"] as? Bool == false)
            #expect(plan.object["verb"] as? String == "PUT")
            let body = try #require(plan.object["body"] as? String)
            let before = try #require((try await properties(simulator, Self.job))["Description"] as? String)
            let written = format == "xml" ? "Changed &amp; well" : "Changed & well"
            #expect(fetched.contains(before))
            #expect(
                body.trimmingCharacters(in: .whitespacesAndNewlines)
                    == fetched.replacingOccurrences(of: before, with: written)
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            )

            #expect((try await properties(simulator, Self.job))["Description"] as? String == before)
            let sent = try await simulator.emwalk(edit + ["--yes"])
            #expect(sent.status == 0)
            #expect(sent.object["status"] as? Int == 202)
            let after = try await properties(simulator, Self.job)
            #expect(after["Description"] as? String == "Changed & well")
        }
    }

    @Test func editWithoutOrWithWrongFieldsSendsNothing() async throws {
        let path = Self.job + "/Edit"
        let none = try await Emwalk.run("do", path, "--simulator", "--yes", "--json", "-v")
        #expect(none.status == 2)
        let wrong = try await Emwalk.run("do", path, "Descripton=x", "--simulator", "--yes", "--json", "-v")
        #expect(wrong.status == 2)
        #expect(wrong.stderr.contains("Description"))
        for run in [none, wrong] { #expect(!run.stderr.contains("PUT")) }
    }

    @Test func aCloneTakesItsFieldsInAnyOrder() async throws {
        try await SimulatorProcess.with { simulator in
            let list = try await simulator.emwalk(["run", "list-repositories", "--json"])
            let rows = (list.object["outputs"] as? [String: Any])?["repositories"] as? [[String: Any]]
            let uid = try #require(rows?.first { $0["name"] as? String == "Backup Vol 01" }?["uid"] as? String)
            let fields = ["Description=Why", "RepositoryUid=\(uid)", "FolderName=Nightly 2", "JobName=Nightly 2"]
            let orders = [fields, fields.reversed(), ["FolderName=F", "JobName=Third", "RepositoryUid=\(uid)"]]
            var bodies: [String] = []
            for order in orders {
                let plan = try await simulator.emwalk(["do", Self.job + "/Clone", "--dry-run", "--json"] + order)
                #expect(plan.status == 0)
                #expect(plan.object["verdict"] as? String == "valid")
                bodies.append(plan.object["body"] as? String ?? "")
            }
            #expect(bodies[0] == bodies[1])
            let cloned = try await simulator.emwalk(["do", Self.job + "/Clone", "--yes", "--json"] + orders[0])
            #expect(cloned.status == 0)
            #expect((cloned.object["task"] as? [String: Any])?["success"] as? Bool == true)
            #expect(
                (try await properties(simulator, "Down:JobReferenceList/@\"Nightly 2\"/Alternate:Job"))["Description"]
                    as? String == "Why"
            )
        }
    }

    /// All that is wrong is told at once, and nothing is sent.
    @Test(arguments: [
        (["Description=x"], ["JobName", "RepositoryUid"]), ([], ["JobName", "RepositoryUid"]),
        (["JobNam=x", "RepositoryUid=nonsense"], ["JobNam", "RepositoryUid"]),
    ]) func aCloneThatLacksFieldsIsNotSent(_ fields: [String], _ named: [String]) async throws {
        try await SimulatorProcess.with { simulator in
            let run = try await simulator.emwalk(["do", Self.job + "/Clone", "--yes", "--json", "-v"] + fields)
            #expect(run.status == 2)
            #expect(run.stdout.isEmpty)
            let lines = run.stderr.split(separator: "\n")
            let error = try #require(lines.first { $0.contains("\"error\"") })
            #expect(error.contains("bad-body"))
            for name in named { #expect(error.contains(name), "\(name) is not in \(error)") }
            // The only write is the logon.
            #expect(lines.count { $0.contains("POST") } == 1)
        }
    }

    @Test func aLinkWithoutABodyNeedsNone() async throws {
        let run = try await Emwalk.run("do", Self.job + "/Start", "--simulator", "--yes", "--json")
        #expect(run.status == 0)
        #expect(run.object["body"] is NSNull)
    }

    /// In JSON the name of the root does not matter, so a body is checked although XML could not name it.
    @Test func aBodyWithoutAKnownRootIsCheckedInJSON() async throws {
        let path = "Down:JobReferenceList/@\"Offsite Copy\"/Alternate:Job/Create:LinkedJobObject"
        let json = try await Emwalk.run(
            "do",
            path,
            "LinkedJobUid=urn:veeam:Job:9b5c0d2e-0000-4000-8000-000000000001",
            "--accept=json",
            "--simulator",
            "--dry-run",
            "--json"
        )
        #expect(json.status == 0)
        #expect(json.object["verdict"] as? String == "valid")
        let typo = try await Emwalk.run("do", path, "LinkedJobUId2=x", "--accept=json", "--simulator", "--dry-run")
        #expect(typo.status == 2)
        // Without --accept json it is sent as JSON all the same.
        let plain = try await Emwalk.run("do", path, "LinkedJobUid=urn:veeam:Job:1", "--simulator", "--dry-run")
        #expect(plain.status == 0)
        #expect(plain.stdout.contains("\"LinkedJobUid\""))
    }
}
#endif
