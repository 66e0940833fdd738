// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Machines and containers of jobs, and how machines are looked up.
@Suite struct JobObjectsTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private func objects(of job: String, _ record: Rehearsal.Record) throws -> [ServedPage] {
        try record.laboratory.transport.look(
            LinkStep("Down", "JobReferenceList"),
            LinkStep("Alternate", "Job", ofItem: job),
            LinkStep("Down", "ObjectInJobList")
        ).items
    }

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting).reads("list-job-objects", ["job": "Nightly"])
        #expect(record.texts("objects", "name") == ["web01", "web02", "files01"])
        #expect(record.texts("objects", "reference").allSatisfy { $0.hasPrefix("urn:VMware:Vm:") })
        #expect(record.texts("objects", "id").allSatisfy { $0.count == 36 })
        let refused = try await Rehearsal(setting).refuses("list-job-objects", ["job": "Offsite Copy"], .linkMissing)
        #expect(refused.failure?.description.contains("no objects of their own") == true)
    }

    @Test(arguments: Setting.all) func adds(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(3) }
        let inputs = ["job": "Nightly", "vm": "intranet01", "order": "2"]
        let record = try await rehearsal.changes("add-vm-to-job", inputs)
        #expect(record.texts("objects", "name") == ["web01", "web02", "files01", "intranet01"])
        #expect(record["object"]?["reference"]?.scalar?.hasPrefix("urn:VMware:Vm:") == true)
        let added = try #require(try objects(of: "Nightly", record).last)
        try added.expect("Name", "intranet01")
        try added.expect("HierarchyObjRef", record["object"]?["reference"]?.scalar)
        try added.expect("Order", "2")
    }

    @Test(arguments: Setting.all) func theHostNarrows(_ setting: Setting) async throws {
        let inputs = ["job": "DC Replication", "vm": "print01", "host": "vc02.example.test"]
        let record = try await Rehearsal(setting).changes("add-vm-to-job", inputs)
        #expect(record.texts("objects", "name") == ["dc01", "print01"])
        let elsewhere = ["job": "DC Replication", "vm": "print01", "host": "vc01.example.test"]
        try await Rehearsal(setting).refuses("add-vm-to-job", elsewhere, .itemMissing)
        let nowhere = ["job": "DC Replication", "vm": "print01", "host": "vc09.example.test"]
        try await Rehearsal(setting).refuses("add-vm-to-job", nowhere, .itemMissing)
        // A tag of that name is no machine, and neither is a part of a name.
        for name in ["Backup daily", "print", "*"] {
            try await Rehearsal(setting).refuses("add-vm-to-job", ["job": "Nightly", "vm": name], .itemMissing)
        }
        try await Rehearsal(setting).refuses("add-vm-to-job", ["job": "Offsite Copy", "vm": "print01"], .linkMissing)
    }

    @Test(arguments: Setting.all, [false, true]) func removes(_ setting: Setting, _ typed: Bool) async throws {
        let rehearsal = Rehearsal(setting) {
            $0.deleteLinkTyped = typed
            $0.effectDelay = .seconds(3)
        }
        let record = try await rehearsal.changes("remove-vm-from-job", ["job": "Nightly", "vm": "web02"])
        #expect(record.texts("objects", "name") == ["web01", "files01"])
        #expect(try objects(of: "Nightly", record).map { $0["Name"] } == ["web01", "files01"])
    }

    @Test(arguments: Setting.all) func theLastOneStays(_ setting: Setting) async throws {
        let refused = try await Rehearsal(setting)
            .refuses("remove-vm-from-job", ["job": "DC Replication", "vm": "dc01"], .workflowFailed)
        #expect(refused.message.contains("is the last object"))
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_7"]) func thereAndBackAgain(
        _ setting: Setting,
        _ version: String
    ) async throws {
        let inputs = ["job": "Nightly", "vm": "test01"]
        let record = try await Rehearsal(setting, apiVersion: version).runs(
            [
                Call("add-vm-to-job", inputs), Call("remove-vm-from-job", inputs),
                Call("list-job-objects", ["job": "Nightly"]),
            ],
            [.changed, .changed, .read],
            writes: 2
        )
        #expect(record.results[2].outputs["objects"]?.elements?.count == 3)
    }
}
