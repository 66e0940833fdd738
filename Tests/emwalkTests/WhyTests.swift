// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Hypermedia
import Testing
import Workflows

@testable import emwalk

/// What `emwalk why` prints, and that other errors name it.
@Suite struct WhyTests {
    static let nightly = "Down:JobReferenceList/@Nightly/Alternate:Job"

    @Test(arguments: ["xml", "json"]) func theCauseComesWithWhatWasSeenAndWhatToType(_ format: String) async throws {
        let run = try await Emwalk.run(
            "why",
            "Down:JobReferenceList/@Offsite Copy/Start",
            "--simulator",
            "--accept",
            format
        )
        #expect(run.status == 0)
        let lines = run.stdout.split(separator: "\n").map(String.init)
        #expect(lines.first?.contains("offers no link Start") == true)
        #expect(lines.contains { $0.hasPrefix("1  certain  ") && $0.contains("[wrong-kind]") })
        #expect(lines.contains { $0.contains("seen") && $0.contains("JobType is ImmediateBackupCopy") })
        #expect(lines.contains { $0.contains("source") && $0.contains("get_jobs_id") })
        let now = try #require(lines.first { $0.contains("emwalk do ") })
        // What is proposed works as it stands, but for sending.
        #expect(now.contains("'Down:JobReferenceList/@Offsite Copy/Alternate:Job/Sync' --dry-run --simulator"))
        #expect(now.contains("--accept \(format)"))
    }

    @Test func theSameAsADocument() async throws {
        let run = try await Emwalk.run("why", Self.nightly + "/Sync", "--simulator", "--json")
        #expect(run.status == 0)
        #expect(run.object["finding"] as? String == "missing")
        let causes = try #require(run.object["causes"] as? [[String: Any]])
        #expect(causes.first?["kind"] as? String == "wrong-kind")
        #expect(causes.first?["certainty"] as? String == "certain")
        let evidence = try #require((causes.first?["evidence"] as? [[String: Any]])?.first)
        #expect(evidence["property"] as? String == "JobType")
        #expect(evidence["value"] as? String == "Backup")
        let remedy = try #require((causes.first?["remedies"] as? [[String: Any]])?.first)
        #expect(remedy["command"] as? String == "emwalk do \(Self.nightly)/Start --dry-run --simulator")
        let schema = try await Emwalk.run("why", "--describe-json")
        #expect(schema.status == 0)
        #expect(JSONSchemaCheck(schema.object).problems(run.json).isEmpty)
    }

    @Test func aLinkWithNothingAgainstItIsSaidToBeFine() async throws {
        let run = try await Emwalk.run("why", Self.nightly + "/Start", "--simulator")
        #expect(run.status == 0)
        #expect(run.stdout.contains("nothing that is known stands in its way"))
        #expect(run.stdout.contains("emwalk do \(Self.nightly)/Start --dry-run --simulator"))
    }

    @Test func errorsNameTheCommandThatExplainsThem() async throws {
        for command in [["ls"], ["show"], ["get"], ["do", "--dry-run"], ["links", "--at"], ["form"]] {
            let path = "Down:JobReferenceList/@Nightly/Clone"
            let words = command.first == "links" ? command + [path] : [command[0], path] + command.dropFirst()
            let run = try await Emwalk.run(list: words + ["--simulator"])
            #expect(run.status == 5, "\(words)")
            #expect(run.stderr.contains("why: emwalk why \(path) --simulator"), "\(words) \(run.stderr)")
        }
        let document = try await Emwalk.run("ls", "Down", "--simulator", "--json")
        #expect(document.status == 5)
        #expect(document.error["code"] as? String == "link-ambiguous")
        #expect(document.error["why"] as? String == "emwalk why Down --simulator")
    }

    /// A workflow whose link is not there names the path of it.
    @Test func runsNameItToo() async throws {
        try await Folder.with { folder in
            let file = try folder.write(
                "sync.yaml",
                """
                emflow: "1.0"
                info: {title: Sync}
                workflows:
                  - workflowId: sync
                    summary: Sync a job
                    inputs: {type: object, required: [job], properties: {job: {type: string}}}
                    danger: {level: none, text: It runs now.}
                    x-unverified: a test
                    steps:
                      - stepId: jobs
                        from: $session
                        follow: {rel: Down, type: JobReferenceList}
                      - stepId: job
                        from: $steps.jobs
                        select: {item: Ref, where: {Name: $inputs.job}}
                      - stepId: entity
                        from: $steps.job
                        follow: {rel: Alternate, type: Job}
                      - stepId: sync
                        from: $steps.entity
                        follow: {rel: Sync, type: ""}
                """
            )
            let run = try await Emwalk.run(
                list: ["run", "sync", "job=Nightly", "--file", file, "--simulator", "--yes"]
            )
            #expect(run.status == 5)
            #expect(
                run.stderr.contains(
                    "why: emwalk why 'Down:JobReferenceList/*[Name=Nightly]/Alternate:Job/Sync[Type=]'"
                ),
                "\(run.stderr)"
            )
        }
    }

    @Test func aRefusalIsExplainedByWhoIsLoggedOn() async throws {
        try await SimulatorProcess.with { simulator in
            var options = simulator.options
            options[options.count - 1] = "portal.user"
            let path = Self.nightly + "/Start"
            let refused = try await simulator.emwalk(["do", path, "--yes"], options: options)
            #expect(refused.status == 4)
            let hint = try #require(refused.stderr.split(separator: "\n").first { $0.hasPrefix("why: ") })
            #expect(hint.contains("why \(path) --status 403"))
            let why = try await simulator.emwalk(["why", path, "--status", "403"], options: options)
            #expect(why.status == 0)
            #expect(why.stdout.contains("1  certain"))
            #expect(why.stdout.contains("[role]"))
            #expect(why.stdout.contains("portal.user"))
        }
    }

    @Test func theWrongPortIsExplainedToo() async throws {
        // Nobody listens there; the port tells what was meant.
        let run = try await Emwalk.run(
            "why",
            "Down:JobReferenceList",
            "--em",
            "https://127.0.0.1:9419/api/",
            "--user",
            "me",
            environment: ["EMWALK_PASSWORD": "secret"]
        )
        #expect(run.status == 0)
        #expect(run.stdout.contains("[wrong-product]"))
        #expect(run.stdout.contains("emwalk ls --user me --em https://127.0.0.1:9398/api/"))
        #expect(!run.stdout.contains("secret") && !run.stderr.contains("secret"))
    }

    @Test func wrongUsageStaysWrongUsage() async throws {
        #expect(try await Emwalk.run("why", "Down:JobReferenceList/@Nightly", "--simulator").status == 2)
        #expect(try await Emwalk.run("why", "Down:[", "--simulator").status == 2)
        #expect(try await Emwalk.run("why", "Down", "--simulator", "--status", "200").status == 2)
        #expect(try await Emwalk.run("why", "Down").status == 2)
    }

    @Test func onlyWhatSaysWhereAndWhoIsKeptOfWhatWasTyped() {
        let command = TypedCommand(
            path: "Down/Clone",
            arguments: [
                "why", "Down/Clone", "--em", "https://em.example.test:9419/api/", "--user=LAB\\me", "--json",
                "--status",
                "403", "-v", "--insecure", "--trace", "file",
            ]
        )
        #expect(
            command.why(status: 403)
                == "emwalk why Down/Clone --status 403 --em https://em.example.test:9419/api/ --user 'LAB\\me' --insecure"
        )
    }
}
#endif
