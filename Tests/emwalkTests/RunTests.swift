// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct RunTests {
    static let disguises: [[String]] = [
        [], ["--opaque-urls"], ["--opaque-urls", "--shuffle-links", "--decoy-links"], ["--key-case", "camel", "--bom"],
    ]

    @Test(arguments: disguises, ["xml", "json"]) func linksClonesAndReadsBack(_ disguise: [String], _ format: String)
        async throws
    {
        try await SimulatorProcess.with(disguise) { simulator in
            func run(_ arguments: String...) async throws -> Emwalk.Run {
                try await simulator.emwalk(["run"] + arguments + ["--json", "--accept", format])
            }
            let jobs = try await run("list-jobs")
            #expect(jobs.status == 0)
            let names = ((jobs.object["outputs"] as? [String: Any])?["jobs"] as? [[String: Any]])?.compactMap {
                $0["name"] as? String
            }
            #expect(names?.contains("Offsite Copy") == true)

            let refused = try await run("link-repository", "job=Offsite Copy", "repository=Backup Vol 01")
            #expect(refused.status == 2)

            let linked = try await run("link-repository", "job=Offsite Copy", "repository=Backup Vol 01", "--yes")
            #expect(linked.status == 0)
            #expect(linked.object["outcome"] as? String == "changed")
            let again = try await run("link-repository", "job=Offsite Copy", "repository=Backup Vol 01", "--yes")
            #expect(again.object["outcome"] as? String == "unchanged")
            let unlinked = try await run("unlink-repository", "job=Offsite Copy", "repository=Backup Vol 01", "--yes")
            #expect(unlinked.object["outcome"] as? String == "changed")

            let cloned = try await run(
                "clone-job",
                "job=Nightly",
                "name=Copy of it",
                "repository=Backup Vol 01",
                "--yes"
            )
            #expect(cloned.status == 0)
            let job = (cloned.object["outputs"] as? [String: Any])?["job"] as? [String: Any]
            #expect(job?["name"] as? String == "Copy of it")
            #expect((job?["uid"] as? String)?.hasPrefix("urn:veeam:Job:") == true)

            let ambiguous = try await run("link-repository", "job=Offsite Copy", "repository=Shared Vol", "--yes")
            #expect(ambiguous.status == 5)
            #expect(ambiguous.error["code"] as? String == "item-ambiguous")
            #expect((ambiguous.error["candidates"] as? [Any])?.count == 2)
        }
    }

    @Test func aPlanWritesNothing() async throws {
        try await SimulatorProcess.with { simulator in
            let plan = try await simulator.emwalk([
                "plan", "link-repository", "job=Offsite Copy", "repository=Backup Vol 01",
            ])
            #expect(plan.status == 0)
            #expect(plan.stdout.contains("LinkedBackupRepositoryUid"))
            let list = try await simulator.emwalk(["run", "list-linked-repositories", "job=Offsite Copy", "--json"])
            let rows = (list.object["outputs"] as? [String: Any])?["linkedRepositories"] as? [Any]
            #expect(rows?.count == 1)
        }
    }

    @Test func eventsAreLinesAndTheDocumentIsTheLast() async throws {
        let run = try await Emwalk.run("run", "start-job", "job=Nightly", "--simulator", "--yes", "-o", "ndjson")
        #expect(run.status == 0)
        let lines = run.stdout.split(separator: "\n").map {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(lines.count > 3)
        #expect(lines.allSatisfy { $0 != nil })
        #expect((lines.last ?? nil)?["outcome"] as? String == "changed")
    }

    @Test(arguments: [
        ("task-never-ends@POST:linked", 9, "task-timeout"), ("task-fails=Disk full@POST:linked", 7, "task-failed"),
        ("task-success-false@POST:linked", 7, "task-failed"), ("drop-before@POST:linked", 10, "outcome-unknown"),
        ("html@GET:jobs", 6, "unusable-answer"), ("truncate=200@GET:jobs", 3, "connection-closed"),
        ("status=403@POST:linked", 4, "forbidden"), ("status=500@GET:repositories", 6, "http-error"),
        ("redirect=https://evil.example.test/@GET:jobs", 5, "foreign-origin"),
    ]) func hostileAnswersEndInAClearError(_ fault: String, _ status: Int32, _ code: String) async throws {
        // Only where it must run out is the limit short: a slow answer is no task that never ends.
        let limit = code == "task-timeout" ? "1" : "60"
        try await SimulatorProcess.with(["--fault", fault]) { simulator in
            let run = try await simulator.emwalk([
                "run", "link-repository", "job=Offsite Copy", "repository=Backup Vol 01", "--yes", "--json",
                "--task-timeout", limit, "-v",
            ])
            #expect(run.status == status)
            #expect(run.stderr.contains("\"code\":\"\(code)\""))
            #expect(run.stderr.contains("DELETE"), "the session was not logged off")
        }
    }

    @Test func theDemoDoesTheMainJobAndMakesNoURLUp() async throws {
        for disguise in [[], ["--opaque-urls"], ["--accept", "json"]] {
            let arguments = ["demo"] + disguise
            let run = try await Emwalk.run(
                arguments[0],
                arguments.count > 1 ? arguments[1] : "--color=never",
                arguments.count > 2 ? arguments[2] : "--seed=1"
            )
            #expect(run.status == 0)
            #expect(run.stdout.contains("URLs requested that no answer had handed out: none"))
            #expect(run.stderr.isEmpty)
        }
    }
}
#endif
