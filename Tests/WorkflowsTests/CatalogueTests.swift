// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Every shipped workflow against the simulator, in both formats, on plain and on scrambled links.
@Suite struct CatalogueTests {
    struct Setting: Sendable, CustomStringConvertible {
        let accept: DocumentFormat
        let scrambled: Bool
        var description: String { "\(accept.rawValue) \(scrambled ? "scrambled" : "plain")" }

        static let all = [false, true].flatMap { scrambled in
            DocumentFormat.allCases.map { Setting(accept: $0, scrambled: scrambled) }
        }

        func laboratory(_ change: (inout SimulatorConfiguration) -> Void = { _ in }) throws -> Laboratory {
            try Laboratory(accept: accept) { configuration in
                configuration.opaqueURLs = scrambled
                configuration.shuffleLinks = scrambled
                configuration.decoyLinks = scrambled
                change(&configuration)
            }
        }
    }

    private func expectHonest(_ laboratory: Laboratory, writes: Int) {
        let log = laboratory.transport.log
        #expect(log.madeUp.isEmpty, "\(log.madeUp)")
        #expect(log.trapHits.isEmpty, "\(log.trapHits)")
        #expect(log.writes.count == writes, "\(log.writes)")
    }

    private func names(_ value: JSONValue?) -> [String?] { value?.elements?.map { $0["name"]?.scalar } ?? [] }

    @Test(arguments: Setting.all) func listsJobs(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let result = try await laboratory.run("list-jobs")
        #expect(result.outcome == .read)
        #expect(
            names(result.outputs["jobs"]) == [
                "Nightly", "SQL Servers", "DC Replication", "Archive Copy", "Offsite Copy", "Lab (disabled)",
            ]
        )
        let first = result.outputs["jobs"]?.elements?.first
        #expect(first?["uid"]?.scalar?.hasPrefix("urn:veeam:Job:") == true)
        #expect(first?["type"]?.scalar == "JobReference")
        expectHonest(laboratory, writes: 0)
    }

    @Test(arguments: Setting.all) func linksARepository(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let result = try await laboratory.run(
            "link-repository",
            ["job": "Offsite Copy", "repository": "Backup Vol 01"]
        )
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(names(result.outputs["linkedRepositories"]) == ["Default Backup Repository", "Backup Vol 01"])
        #expect(result.task?.state == "Finished")
        expectHonest(laboratory, writes: 1)
        #expect(laboratory.recorder.writes.first?.contentType == "application/json")
    }

    @Test(arguments: Setting.all) func listsRepositories(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let result = try await laboratory.run("list-repositories")
        #expect(result.outcome == .read)
        #expect(names(result.outputs["repositories"]).filter { $0 == "Shared Vol" }.count == 2)
        #expect(result.outputs["repositories"]?.elements?.count == 7)
        expectHonest(laboratory, writes: 0)
    }

    @Test(arguments: Setting.all) func listsWhatIsLinked(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let jobs = try await laboratory.run("list-linked-jobs", ["job": "Offsite Copy"])
        #expect(names(jobs.outputs["linkedJobs"]) == ["Nightly"], "\(jobs.message)")
        let other = try setting.laboratory()
        let repositories = try await other.run("list-linked-repositories", ["job": "Offsite Copy"])
        #expect(names(repositories.outputs["linkedRepositories"]) == ["Default Backup Repository"])
        #expect(
            repositories.outputs["linkedRepositories"]?.elements?.first?["uid"]?.scalar?
                .hasPrefix("urn:veeam:Repository:") == true
        )
        expectHonest(laboratory, writes: 0)
        expectHonest(other, writes: 0)
    }

    @Test(arguments: Setting.all) func startsAJobOnce(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory { $0.effectDelay = .seconds(4) }
        let result = try await laboratory.run("start-job", ["job": "Nightly"])
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.outputs["session"]?["name"]?.scalar?.hasPrefix("Nightly@") == true)
        #expect(result.outputs["session"]?["uid"]?.scalar?.hasPrefix("urn:veeam:BackupJobSession:") == true)
        expectHonest(laboratory, writes: 1)
    }

    @Test(arguments: Setting.all) func startsAReplication(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let result = try await laboratory.run("start-job", ["job": "DC Replication"])
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.outputs["session"]?["uid"]?.scalar?.hasPrefix("urn:veeam:ReplicaJobSession:") == true)
        expectHonest(laboratory, writes: 1)
    }

    @Test(arguments: Setting.all) func unlinksARepository(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory { $0.effectDelay = .seconds(2) }
        let inputs = ["job": "Offsite Copy", "repository": "Default Backup Repository"]
        let result = try await laboratory.run("unlink-repository", inputs)
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.outputs["linkedRepositories"]?.elements?.isEmpty == true)
        #expect(laboratory.recorder.writes.map(\.method) == [.delete])
        expectHonest(laboratory, writes: 1)
    }

    static let clones: [(job: String, type: String, takesRepository: Bool)] = [
        ("Nightly", "BackupJobCloneInfo", true), ("DC Replication", "ReplicaJobCloneInfo", false),
        ("Archive Copy", "BackupCopyJobCloneInfo", true),
        ("Offsite Copy", "ImmediateBackupCopyJobCloneInfo", true),
    ]

    @Test(arguments: Setting.all, clones) func clonesAJob(
        _ setting: Setting,
        _ clone: (job: String, type: String, takesRepository: Bool)
    ) async throws {
        var inputs = ["job": clone.job, "name": "Twin <1> & \"2\"", "description": "made by a test"]
        if clone.takesRepository { inputs["repository"] = "Backup Vol 02" }
        let laboratory = try setting.laboratory { $0.effectDelay = .seconds(2) }
        let plan = try await setting.laboratory().plan("clone-job", inputs)
        #expect(plan.outcome == .planned, "\(plan.message)")
        let result = try await laboratory.run("clone-job", inputs)
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.outputs["job"]?["name"]?.scalar == inputs["name"])
        #expect(result.outputs["job"]?["uid"]?.scalar?.hasPrefix("urn:veeam:Job:") == true)
        expectHonest(laboratory, writes: 1)
        let body = try #require(laboratory.recorder.writes.first?.body)
        #expect(String(decoding: body, as: UTF8.self).contains(clone.type))
        #expect(body == plan.write?.body)
    }

    @Test(arguments: Setting.all) func clonesTwiceChangesOnce(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("clone-job")
        let inputs = ["job": "Nightly", "name": "Twin", "repository": "Backup Vol 02"]
        let (first, second, third) = try await HypermediaClient.withSession(laboratory.client) { _ in
            let runner = laboratory.runner()
            return (
                try await runner.run(workflow, inputs: inputs), try await runner.run(workflow, inputs: inputs),
                try await runner.run(workflow, inputs: ["job": "DC Replication", "name": "Twin"])
            )
        }
        #expect(first.outcome == .changed)
        #expect(second.outcome == .unchanged)
        #expect(second.outputs == first.outputs)
        #expect(third.outcome == .failed)
        #expect(third.failure?.code == .workflowFailed)
        #expect(third.message.contains("of type Backup, not Replica"), "\(third.message)")
        expectHonest(laboratory, writes: 1)
    }

    @Test(arguments: Setting.all) func linkedAlreadyAndNotLinkedStayUnchanged(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let linked = try await laboratory.run(
            "link-repository",
            ["job": "Offsite Copy", "repository": "Default Backup Repository"]
        )
        #expect(linked.outcome == .unchanged, "\(linked.message)")
        #expect(names(linked.outputs["linkedRepositories"]) == ["Default Backup Repository"])
        let other = try setting.laboratory()
        let absent = try await other.run("unlink-repository", ["job": "Offsite Copy", "repository": "Branch Vol"])
        #expect(absent.outcome == .unchanged, "\(absent.message)")
        expectHonest(laboratory, writes: 0)
        expectHonest(other, writes: 0)
        let intended = await laboratory.journal.entries.filter { entry in
            if case .writeIntended = entry.event { return true }
            return false
        }
        #expect(intended.isEmpty)
    }

    static let plans: [(String, [String: String])] = [
        ("start-job", ["job": "Nightly"]),
        ("clone-job", ["job": "Offsite Copy", "name": "Twin", "repository": "Backup Vol 02"]),
        ("link-repository", ["job": "Offsite Copy", "repository": "Backup Vol 01"]),
        ("unlink-repository", ["job": "Offsite Copy", "repository": "Default Backup Repository"]),
    ]

    @Test(arguments: Setting.all, plans) func plansSendNothing(
        _ setting: Setting,
        _ planned: (name: String, inputs: [String: String])
    ) async throws {
        let laboratory = try setting.laboratory()
        let plan = try await laboratory.plan(planned.name, planned.inputs)
        #expect(plan.outcome == .planned, "\(plan.message)")
        #expect(laboratory.recorder.writes.isEmpty)
        expectHonest(laboratory, writes: 0)
        let write = try #require(plan.write)
        #expect(try RelPath(write.path.description) == write.path)
        #expect(!write.path.description.contains("://"))
        #expect(write.path.description.hasSuffix(write.type == nil ? "[Type=]" : "Object"), "\(write.path)")
        #expect(!plan.unknowns.isEmpty)

        let other = try setting.laboratory()
        _ = try await other.run(planned.name, planned.inputs)
        let sent = try #require(other.recorder.writes.first)
        #expect(sent.body == write.body)
        #expect(sent.method.rawValue == write.verb.rawValue)
        let header = write.headers.first { $0.name == "Content-Type" }?.value
        #expect(sent.contentType == header)
    }

    /// A selector that leaves the type open would meet the typed decoy beside the link without a type.
    @Test func relationsThatComeWithoutATypeAreSelectedWithout() throws {
        let workflows = try WorkflowCatalog.enterpriseManager().workflows
        let follows = workflows.flatMap { $0.steps.compactMap(\.follow) + [$0.verify?.follow].compactMap { $0 } }
        // The link to itself has no type to tell.
        #expect(follows.filter { $0.rel != .itself }.allSatisfy { !$0.types.isEmpty })
        let untyped = follows.filter { $0.types == [LinkType.none] }
        // Actions never have a type; Create and Delete have one sometimes (the pages of the actions).
        let actions: Set<Rel> = [
            "Browse", "Clone", "Create", "Delete", "Disable", "Download", "Enable", "Failover", "Intervals",
            "QuickBackup", "Restore", "Retry", "Start", "Stop", "Sync", "Test", "ToggleRestoreScopesEnabled",
            "ToggleScheduleEnabled", "Undo", "VeeamZip",
        ]
        #expect(Set(untyped.map(\.rel)).subtracting(actions) == [])
    }

    @Test func bothKeyCasesAndAByteOrderMark() async throws {
        for keyCase in KeyCase.allCases {
            let laboratory = try Laboratory(accept: .json) {
                $0.keyCase = keyCase
                $0.byteOrderMark = true
            }
            let result = try await laboratory.run(
                "link-repository",
                ["job": "Offsite Copy", "repository": "Backup Vol 01"]
            )
            #expect(result.outcome == .changed, "\(keyCase): \(result.message)")
            #expect(names(result.outputs["linkedRepositories"]) == ["Default Backup Repository", "Backup Vol 01"])
        }
    }

    @Test func dangersComeFromTheWorkflowAndTheProfileOnce() async throws {
        let plan = try await Laboratory().plan(
            "link-repository",
            ["job": "Offsite Copy", "repository": "Backup Vol 01"]
        )
        #expect(plan.dangers.map(\.level) == [.destructive])
        #expect(plan.json.text().contains("linked backups"))
    }
}
