// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// The summary report, queries over all pages, and lookups in virtual infrastructures.
@Suite struct ReportsAndQueriesTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    @Test(arguments: Setting.all) func reports(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let members = [
            "Overview": "BackupServers", "VmsOverview": "ProtectedVms", "JobStatistics": "TotalJobRuns",
        ]
        for (part, member) in members {
            let record = try await rehearsal.reads("report", ["part": part])
            #expect(record["report"]?[member]?.scalar.flatMap(Int.init) != nil, "\(part)")
        }
        let days = try await rehearsal.reads("report", ["part": "ProcessedVms"])
        #expect(days.results[0].json.text().contains("ReplicatedVms"))
        let repositories = try await rehearsal.reads("report", ["part": "Repositories"])
        #expect(repositories.results[0].json.text().contains("Scale-out 1"))
        let summary = try await rehearsal.reads("summary")
        #expect(summary["overview"]?["BackupServers"]?.scalar == "2")
        #expect(summary["machines"]?["ProtectedVms"]?.scalar == "7")
        #expect(summary["jobs"]?["ScheduledJobs"]?.scalar == "5")
    }

    @Test(arguments: Setting.all) func queries(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting).changingQueries
        let jobs = try await rehearsal.reads("query", ["type": "Job", "filter": "JobType==Replica"])
        #expect(jobs.texts("found", "Name") == ["DC Replication"])
        let paged = try await rehearsal.reads("query", ["type": "Job", "pageSize": "2"])
        #expect(paged.texts("found", "Name").count == 6)
        let failed = try await rehearsal.reads(
            "query",
            ["type": "BackupJobSession", "filter": "Result==\"Failed\";JobName==\"SQL Servers\""]
        )
        #expect(failed.texts("found", "JobName") == ["SQL Servers"])
        let nobody = try await rehearsal.reads("query", ["type": "Job", "filter": "Name==\"nobody\""])
        #expect(nobody["found"]?.elements?.isEmpty == true)
        try await rehearsal.refuses("query", ["type": "Job", "filter": "Colour==red"], .httpError)
    }

    /// Every type that can be asked for is one that the server offers.
    @Test(arguments: Setting.all) func everyTypeIsOffered(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting).changingQueries
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("query")
        let types = try #require(workflow.input("type")?.choices)
        #expect(types.count == 40)
        let record = try await rehearsal.runs(
            types.map { Call("query", ["type": $0]) },
            types.map { _ in .read },
            writes: 0
        )
        for (type, result) in zip(types, record.results) {
            #expect(result.outputs["found"]?.elements != nil, "\(type)")
            #expect(!result.json.text().contains("correct horse"), "\(type)")
        }
        #expect(record.results.filter { $0.outputs["found"]?.elements?.isEmpty == true }.count < 6)
    }

    @Test(arguments: Setting.all) func sorts(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting).changingQueries.reads(
            "query",
            ["type": "Repository", "sort": "Capacity"]
        )
        let sizes = record.texts("found", "Capacity").compactMap(Int.init)
        #expect(sizes.count == 7)
        // What cannot be changed in an opaque link is left, and said.
        if !setting.scrambled { #expect(sizes == sizes.sorted()) }
    }

    @Test(arguments: Setting.all) func finds(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let all = try await rehearsal.reads("list-objects")
        let machines = try await rehearsal.reads("list-objects", ["type": "Vm"])
        #expect(Set(machines.texts("objects", "type")) == ["Vm"])
        #expect(machines.texts("objects", "name").count < all.texts("objects", "name").count)
        let tags = try await rehearsal.reads("list-objects", ["contains": "Backup d"])
        #expect(Set(tags.texts("objects", "name")) == ["Backup daily"])
        let one = try await rehearsal.reads("find-object", ["name": "Backup daily", "type": "Tag"])
        #expect(one.texts("objects", "reference").allSatisfy { $0.hasPrefix("urn:VMware:Tag:") })
        #expect(!one.texts("objects", "reference").isEmpty)
        let none = try await rehearsal.reads("find-object", ["name": "Backup"])
        #expect(none["objects"]?.elements?.isEmpty == true)
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        _ = try await Rehearsal(setting, apiVersion: version).changingQueries.runs(
            [Call("summary"), Call("query", ["type": "Repository"]), Call("find-object", ["name": "Backup daily"])],
            [.read, .read, .read],
            writes: 0
        )
    }
}
