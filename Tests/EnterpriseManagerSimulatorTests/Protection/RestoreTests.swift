// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// Restores of machines and vApps, failovers and failover plans.
@Suite struct RestoreTests {
    @Test(arguments: [false, true]) func aRestoreIsASessionThatEnds(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let point = try #require(try client.entities("VmRestorePoint").first)
        let body =
            json
            ? "{\"VmRestoreSpec\":{\"PowerOnAfterRestore\":true,\"QuickRollback\":false,\"KeepOriginalVM\":null}}"
            : client.body(
                "RestoreSpec",
                [
                    (
                        "VmRestoreSpec",
                        "<PowerOnAfterRestore>true</PowerOnAfterRestore><QuickRollback>false</QuickRollback>"
                    )
                ]
            )
        let task = try client.act(point, "Restore", body)
        #expect(task["Operation"] == "StartVMRestore")
        var session = try client.get(task.href("Related:RestoreSession"))
        client.now += .milliseconds(300)
        session = try client.get(session["Href"] ?? "")
        #expect(session["State"] == "Working")
        #expect(session["Result"] == "None")
        #expect((session["RestoredObjRef"] ?? "").isEmpty)
        client.now += client.simulator.configuration.jobSessionDuration
        session = try client.get(session["Href"] ?? "")
        #expect(session["State"] == "Stopped")
        #expect(session["Result"] == "Success")
        #expect(session["JobType"] == "RestoreVm")
        #expect(session["RestoredObjRef"] == point["HierarchyObjRef"])
        #expect(session.href("Related:VmRestorePointReference") + "?format=Entity" == point["Href"])
        #expect(try client.entities("RestoreSession").last?["UID"] == session["UID"])
    }

    @Test func aRestoreCanFail() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.restoreSessionResult = "Failed" })
        let point = try #require(try client.entities("VmRestorePoint").first)
        let task = try client.act(point, "Restore")
        #expect(task.child("Result")?["Success"] == "true")
        client.now += client.simulator.configuration.jobSessionDuration
        #expect(try client.get(task.href("Related:RestoreSession"))["Result"] == "Failed")
    }

    @Test func noBodyMeansTheOriginalLocation() throws {
        var client = try Client.loggedOn()
        for (type, operation) in [("VmRestorePoint", "StartVMRestore"), ("VAppRestorePoint", "StartvAppRestore")] {
            let point = try #require(try client.entities(type).first)
            let task = try client.act(point, "Restore")
            #expect(task["Operation"] == operation)
            #expect(try client.get(task.href("Related:RestoreSession")).node.name == "RestoreSession")
        }
    }

    @Test(arguments: [
        "<RestoreSpec/>", "<Other><VmRestoreSpec/></Other>", "<RestoreSpec><vCloudVAppRestoreSpec/></RestoreSpec>",
        "<RestoreSpec><VmRestoreSpec><PowerOnAfterRestore>true</PowerOnAfterRestore></VmRestoreSpec></RestoreSpec>",
        "<RestoreSpec><VmRestoreSpec><QuickRollback>true</QuickRollback><PowerOnAfterRestore>true"
            + "</PowerOnAfterRestore></VmRestoreSpec></RestoreSpec>",
        "<RestoreSpec><VmRestoreSpec><PowerOnAfterRestore>maybe</PowerOnAfterRestore><QuickRollback>true"
            + "</QuickRollback></VmRestoreSpec></RestoreSpec>",
    ])
    func anotherBodyIs400(body: String) throws {
        var client = try Client.loggedOn()
        let point = try #require(try client.entities("VmRestorePoint").first)
        let end = try #require(body.firstIndex { $0 == ">" || $0 == "/" })
        let namespace = " xmlns=\"\(XMLWriter.namespace)\""
        let page = try client.post(point.href("Restore"), String(body[..<end]) + namespace + String(body[end...]))
        #expect(page.status == 400)
    }

    @Test(arguments: ["VmReplicaPoint", "VAppReplicaPoint"]) func aFailoverRunsOnceAtATime(type: String) throws {
        var client = try Client.loggedOn()
        let list = try client.get("/api/\(type.replacing("V", with: "v", maxReplacements: 1))s?format=Entity")
        let point = try #require(list.items(type).first)
        let first = try client.act(point, "Failover")
        #expect(try client.get(first.href("Related:RestoreSession"))["JobType"] == "RestoreVm")
        let second = try client.act(point, "Failover")
        #expect(second.child("Result")?["Success"] == "false")
        client.now += client.simulator.configuration.jobSessionDuration
        #expect(try client.act(point, "Failover").child("Result")?["Success"] == "true")
    }

    @Test func aVAppKnowsTheReplicaPointsOfItsMachines() throws {
        var client = try Client.loggedOn()
        let point = try #require(
            try client.get("/api/vAppReplicaPoints?format=Entity").items("VAppReplicaPoint").first
        )
        let machines = point.links.filter { $0.rel == "Down" }
        #expect(machines.map(\.type) == ["VmReplicaPointReference", "VmReplicaPointReference"])
        let replica = try client.get(machines[0].href).href("Up:ReplicaReference")
        #expect(replica == point.href("Up:ReplicaReference"))
    }

    @Test(arguments: [false, true]) func aPlanIsStartedAndUndone(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let plan = try client.entity("FailoverPlan", named: "DC Replication Plan")
        #expect(try client.act(plan, "Undo").child("Result")?["Success"] == "false")
        let restores = try client.entities("RestoreSession").count
        let now = client.body("FailoverPlanManagementSpec", [("StartNow", "true")])
        #expect(try client.act(plan, "Start", now)["Operation"] == "StartFailoverPlan")
        #expect(try client.entities("RestoreSession").count == restores + 1)
        #expect(try client.act(plan, "Start", now).child("Result")?["Success"] == "false")
        #expect(try client.act(plan, "Undo").child("Result")?["Success"] == "true")
        #expect(try client.act(plan, "Undo").child("Result")?["Success"] == "false")
    }

    @Test(arguments: [false, true]) func aPlanCanBeginLater(isUndone: Bool) throws {
        var client = try Client.loggedOn()
        let plan = try client.entity("FailoverPlan", named: "DC Replication Plan")
        let restores = try client.entities("RestoreSession").count
        // Half a minute after the clock began, written in another time zone.
        let later = client.body("FailoverPlanManagementSpec", [("StartDate", "2026-01-16T08:00:30.5+02:00")])
        #expect(try client.act(plan, "Start", later).child("Result")?["Success"] == "true")
        #expect(try client.entities("RestoreSession").count == restores)
        if isUndone { _ = try client.act(plan, "Undo") }
        client.now = .seconds(31)
        #expect(try client.entities("RestoreSession").count == restores + (isUndone ? 0 : 1))
    }

    @Test(arguments: [[("StartDate", "tomorrow")], [], [("StartNow", "maybe")], [("StartNow", "false")]])
    func aPlanNeedsToKnowWhen(members: [(String, String)]) throws {
        var client = try Client.loggedOn()
        let plan = try client.entity("FailoverPlan", named: "DC Replication Plan")
        #expect(try client.post(plan.href("Start"), client.body("FailoverPlanManagementSpec", members)).status == 400)
    }

    @Test(arguments: [false, true]) func aPlanIsEdited(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let plan = try client.entity("FailoverPlan", named: "DC Replication Plan")
        let body = client.body("FailoverPlan", [("Description", "Rehearsed in May")])
        let task = try client.finish(
            try Page(client.send(.put, plan.href("Edit:FailoverPlanReference"), body: body))
        )
        #expect(task["Operation"] == "EditFailoverPlan")
        let later = try client.get(plan["Href"] ?? "")
        #expect(later["Description"] == "Rehearsed in May")
        let machine = later.child("FailoverPlanInfo", "Includes")?.items("FailoveredVm").first
        #expect(machine?["Name"] == "dc01")
        #expect(try client.get(machine?["Href"] ?? "")["FailoveredVmId"] == machine?["FailoveredVmId"])
    }

    @Test(arguments: [false, true]) func aQuickBackupAddsAPointOfOneMachine(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let backup = try client.entity("Backup", named: "Nightly")
        let server = try client.entity("BackupServer", named: "vbr01.example.test")
        let objects = try client.get(try client.job("Nightly").href("Down:ObjectInJobList")).items("ObjectInJob")
        let reference = try #require(objects.first { $0["Name"] == "web02" }?["HierarchyObjRef"])
        let task = try client.act(server, "QuickBackup", client.body("QuickBackupStartupSpec", [("VmRef", reference)]))
        let session = try client.get(task.href("Related:BackupJobSession"))
        #expect(session["JobName"] == "Nightly")
        client.now += .seconds(60)
        let point = try #require(try client.references(backup, "Down:RestorePointReferenceList").last)
        let machines = try client.references(point, "Down:VmRestorePointReferenceList")
        #expect(machines.map { $0["Name"]?.prefix { $0 != "@" } ?? "" } == ["web02"])
        let unknown = client.body("QuickBackupStartupSpec", [("VmRef", reference + "0")])
        #expect(try client.act(server, "QuickBackup", unknown).child("Result")?["Success"] == "false")
    }

    @Test(arguments: [false, true]) func aVeeamZIPIsABackupOfItsOwn(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let server = try client.entity("BackupServer", named: "vbr01.example.test")
        let count = try client.entities("Backup").count
        let members = [
            ("VmRef", "urn:VMware:Vm:0a1b2c3d-0000-4000-8000-000000000000.vm-7"),
            ("RepositoryUid", try client.repository("Backup Vol 02")), ("CompressionLevel", "5"),
            ("BackupRetention", "In1Week"),
        ]
        let body = client.body("VeeamZipStartupSpec", members)
        let task = try client.act(server, "VeeamZip", body)
        #expect(task["Operation"] == "VeeamZip")
        #expect(try client.get(task.href("Related:BackupJobSession"))["JobType"] == "Backup")
        client.now += .seconds(60)
        let backups = try client.entities("Backup")
        #expect(backups.count == count + 1)
        #expect(backups.last?["Name"]?.hasPrefix("vm-7_2026-01-16T0600") == true)
        let machine = backups.last.map { "/api/catalog/vms/\($0["Name"]?.prefix { $0 != "_" } ?? "")" } ?? ""
        #expect(client.send(.get, machine + "/vmRestorePoints").status == 200)
        let references = [("VmRef", "urn:VMware:Host:0a1b2c3d-0000-4000-8000-000000000000.h"), ("VmRef", "vm-7")]
        for (name, value) in references + [
            ("CompressionLevel", "6"), ("BackupRetention", "Forever"), ("RepositoryUid", "x"),
        ] {
            let wrong = members.map { $0.0 == name ? (name, value) : $0 }
            #expect(try client.post(server.href("VeeamZip"), client.body("VeeamZipStartupSpec", wrong)).status == 400)
        }
    }
}
