// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

/// Crawling, comparing, drawing and checking, by the built command.
@Suite struct SurveyCommandTests {
    @Test func aSnapshotIsMadeDrawnAndHeldToItsContract() async throws {
        try await Folder.with { folder in
            let file = folder.path("a.emsnap")
            let crawl = try await Emwalk.run(
                "crawl",
                "--simulator",
                "--depth",
                "2",
                "--out",
                file,
                "--json"
            )
            #expect(crawl.status == 0, "\(crawl.stderr)")
            let read = try #require(crawl.object["read"] as? Int)
            #expect(read > 50)
            #expect(crawl.object["failed"] as? Int == 0)
            #expect(crawl.object["waiting"] as? Int == 0)

            let graph = try await Emwalk.run("graph", file, "-o", "json")
            let nodes = try #require(graph.object["nodes"] as? [[String: Any]])
            #expect(nodes.contains { $0["name"] as? String == "JobReference" })
            for (format, start) in [("dot", "digraph"), ("mermaid", "graph LR"), ("graphml", "<?xml")] {
                let picture = try await Emwalk.run("graph", file, "-o", format)
                #expect(picture.stdout.hasPrefix(start))
                #expect(picture.stdout.contains("JobReference"))
            }
            let page = try await Emwalk.run("graph", file)
            #expect(page.stdout.contains("Content-Security-Policy"))
            #expect(!page.stdout.contains("src=\"http"))

            let contract = try await Emwalk.run("contract", "make", file)
            let made = try folder.write("contract.json", contract.stdout)
            #expect(try await Emwalk.run("contract", "check", made, file).status == 0)
            #expect(try await Emwalk.run("diff", file, file).status == 0)
            let check = try await Emwalk.run("check", file, "--json")
            let findings = try #require(check.json as? [[String: Any]])
            #expect(check.status == (findings.isEmpty ? 0 : 8))
            #expect(!findings.contains { $0["rule"] as? String == "schema" }, "\(findings.prefix(2))")
            #expect(!findings.contains { $0["rule"] as? String == "dangling-link" })
        }
    }

    /// What a write changes is found, and what it does not change is not.
    @Test(arguments: [["--accept", "xml"], ["--accept", "json"]])
    func everySeededChangeIsFoundAndNothingElse(_ options: [String]) async throws {
        try await SimulatorProcess.with(["--shuffle-links", "--start-time", "2026-01-16T06:00:00Z"]) { simulator in
            try await Folder.with { folder in
                func crawl(_ name: String) async throws -> String {
                    let file = folder.path(name)
                    let run = try await simulator.emwalk(
                        ["crawl", "--from", "Down:JobReferenceList", "--type", "Job", "--out", file, "--json"] + options
                    )
                    #expect(run.status == 0, "\(run.stderr)")
                    return file
                }
                let before = try await crawl("before")
                let again = try await crawl("again")
                let nothing = try await Emwalk.run("diff", before, again)
                #expect(nothing.status == 0, "\(nothing.stdout)")
                let clone = try await simulator.emwalk(
                    ["run", "clone-job", "job=Nightly", "name=Copy", "repository=Backup Vol 01", "--yes"]
                )
                #expect(clone.status == 0, "\(clone.stderr)")
                let after = try await crawl("after")
                let diff = try await Emwalk.run("diff", before, after, "--json")
                #expect(diff.status == 8)
                let new = try #require(diff.object["new"] as? [[String: Any]])
                let names = Set(new.compactMap { $0["name"] as? String })
                #expect(names.contains("Copy"), "\(diff.stdout)")
                #expect((diff.object["gone"] as? [Any])?.isEmpty == true)
                #expect((diff.object["changed"] as? [Any])?.isEmpty == true, "\(diff.stdout)")
                #expect((diff.object["linksLost"] as? [Any])?.isEmpty == true)
                let lines = try await Emwalk.run("diff", before, after, "-o", "ndjson").stdout.split(separator: "\n")
                let gained = (diff.object["linksGained"] as? [Any])?.count ?? 0
                #expect(lines.count(where: { $0.contains("\"difference\":\"new\"") }) == new.count)
                #expect(lines.count(where: { $0.contains("\"difference\":\"link gained\"") }) == gained)
                #expect(lines.count == new.count + gained)
            }
        }
    }

    @Test func anOlderVersionBreaksTheContractAndARoleDoes() async throws {
        try await Folder.with { folder in
            func crawl(_ name: String, _ arguments: [String], user: String = "administrator") async throws -> String {
                let file = folder.path(name)
                return try await SimulatorProcess.with(arguments) { simulator in
                    let run = try await simulator.emwalk(
                        ["crawl", "--depth", "1", "--out", file, "--json"],
                        options: ["--em", simulator.url, "--cacert", simulator.authority, "--user", user]
                    )
                    #expect(run.status == 0, "\(run.stderr)")
                    return file
                }
            }
            let newest = try await crawl("newest", [])
            let contract = try folder.write(
                "contract.json",
                try await Emwalk.run("contract", "make", newest).stdout
            )
            for file in [
                try await crawl("old", ["--api-version", "v1_5"]),
                try await crawl("role", [], user: "portal.user"),
            ] {
                let check = try await Emwalk.run("contract", "check", contract, file, "--json")
                #expect(check.status == 8)
                let breaches = try #require(check.json as? [[String: Any]])
                #expect(
                    breaches.contains { $0["breaking"] as? Bool == true }
                )
            }
        }
    }

    @Test func accountsAreComparedByTheirProfiles() async throws {
        try await SimulatorProcess.with { simulator in
            try await Folder.with { folder in
                try FileManager.default.createDirectory(
                    atPath: folder.path("emwalk"),
                    withIntermediateDirectories: true
                )
                let place = "em: \"\(simulator.url)\", cacert: \"\(simulator.authority)\""
                _ = try folder.write(
                    "emwalk/profiles.yaml",
                    """
                    boss: {\(place), user: administrator}
                    portal: {\(place), user: portal.user}
                    deputy: {\(place), user: administrator}
                    """
                )
                let environment = ["XDG_CONFIG_HOME": folder.path(""), "EMWALK_PASSWORD": "Passw0rd!"]
                func matrix(_ words: String...) async throws -> Emwalk.Run {
                    try await Emwalk.run(
                        list: ["contract", "matrix", "--depth", "2", "--json"] + words,
                        environment: environment
                    )
                }
                let run = try await matrix("--as", "boss", "--as", "portal")
                #expect(run.status == 8, "\(run.stderr)")
                let rows = try #require(run.json as? [[String: Any]])
                let hidden = rows.filter { ($0["access"] as? [String: String])?["portal"] == "hidden" }
                let links = Set(hidden.map { "\($0["kind"] ?? "") \($0["rel"] ?? "") \($0["type"] ?? "")" })
                #expect(links.contains("LogonSession Down CloudConnectService"), "\(links)")
                #expect(!links.contains("LogonSession Down JobReferenceList"))
                #expect(rows.allSatisfy { Set(($0["access"] as? [String: String] ?? [:]).keys) == ["boss", "portal"] })
                #expect(rows.allSatisfy { Set(($0["access"] as? [String: String] ?? [:]).values).count > 1 })
                let same = try await matrix("--as", "boss", "--as", "deputy")
                #expect(same.status == 0, "\(same.stdout) \(same.stderr)")
                let one = try await matrix("--as", "boss")
                #expect(one.status == 2)
            }
        }
    }

    @Test func outputsAreAsDescribed() async throws {
        try await Folder.with { folder in
            let (first, second) = (folder.path("a.emsnap"), folder.path("b.emsnap"))
            let crawl = ["crawl", "--simulator", "--type", "JobReferenceList", "--type", "Job", "--json", "--out"]
            let runs: [(words: [String], run: Emwalk.Run)] = [
                (["crawl"], try await Emwalk.run(list: crawl + [first])),
                (["crawl"], try await Emwalk.run(list: crawl + [second, "--seed", "2", "--estimate"])),
                (["diff"], try await Emwalk.run("diff", first, second, "--json")),
                (["check"], try await Emwalk.run("check", first, "--against", second, "--json")),
                (["contract", "make"], try await Emwalk.run("contract", "make", first)),
                (["contract", "matrix"], try await Emwalk.run("contract", "matrix", first, second, "--all", "--json")),
                (["graph"], try await Emwalk.run("graph", first, "-o", "json")),
            ]
            let contract = try folder.write("contract.json", runs[4].run.stdout)
            let check = try await Emwalk.run("contract", "check", contract, second, "--json")
            for (words, run) in runs + [(["contract", "check"], check)] {
                let described = try await Emwalk.run(list: words + ["--describe-json"])
                #expect(described.status == 0, "\(words) \(described.stderr)")
                #expect(run.json != nil, "\(words) \(run.stderr)")
                #expect(JSONSchemaCheck(described.object).problems(run.json).prefix(3) == [], "\(words)")
            }
        }
    }

    @Test func whatIsNoSnapshotIsSaidToBeNone() async throws {
        try await Folder.with { folder in
            let file = try folder.write("a.txt", "not a database, but long enough to be read as a page of one")
            for command in [["graph", file], ["diff", file, file], ["check", file], ["contract", "make", file]] {
                let run = try await Emwalk.run(list: command)
                #expect(run.status == 2, "\(command) \(run.stderr)")
                #expect(run.stderr.contains("snapshot"), "\(run.stderr)")
            }
            let missing = try await Emwalk.run("graph", folder.path("none"))
            #expect(missing.status == 2)
        }
    }
}
#endif
