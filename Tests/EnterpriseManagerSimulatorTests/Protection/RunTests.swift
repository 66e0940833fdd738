// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// What runs of jobs leave behind.
@Suite struct RunTests {
    @Test(arguments: [false, true]) func aRunLeavesARestorePointBehind(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let backup = try client.entity("Backup", named: "Nightly")
        #expect(try client.references(backup, "Down:RestorePointReferenceList").count == 7)
        let catalog = try client.get("/api/catalog/vms/web01/vmRestorePoints").items("Ref").count

        let task = try client.act(try client.job("Nightly"), "Start")
        var session = try client.get(task.href("Related:BackupJobSession"))
        #expect(session.href("Related:RestorePointReference").isEmpty)
        let running = try client.references(session, "Down:BackupTaskSessionReferenceList")
        #expect(running.count == 3)
        client.now += .milliseconds(1000)
        let states = try running.map { try client.get($0.href("Alternate:BackupTaskSession"))["State"] }
        #expect(states == ["Completed", "InProgress", "Pending"])

        client.now += client.simulator.configuration.jobSessionDuration
        session = try client.get(session["Href"] ?? "")
        #expect(session["Result"] == "Success")
        let points = try client.references(backup, "Down:RestorePointReferenceList")
        #expect(points.count == 8)
        #expect(points.last?["Href"] == session.href("Related:RestorePointReference"))
        let files = try client.references(backup, "Down:BackupFileReferenceList")
        #expect(files.map { $0["Name"]?.suffix(4) ?? "" } == [".vbk"] + Array(repeating: ".vib", count: 7))
        let machines = try client.references(try #require(points.last), "Down:VmRestorePointReferenceList")
        #expect(machines.map { $0["Name"]?.prefix { $0 != "@" } ?? "" } == ["web01", "web02", "files01"])
        #expect(try client.get("/api/catalog/vms/WEB01/vmRestorePoints").items("Ref").count == catalog + 1)
        let done = try client.get(running[0].href("Alternate:BackupTaskSession"))
        let entity = try client.get(machines[0].href("Alternate:VmRestorePoint"))
        #expect(done.href("Related:VmRestorePoint") == entity["Href"])
        #expect(entity["HierarchyObjRef"]?.hasPrefix("urn:VMware:Vm:") == true)
    }

    @Test func aStoppedRunLeavesNothingBehind() throws {
        var client = try Client.loggedOn()
        let backup = try client.entity("Backup", named: "Nightly")
        let task = try client.act(try client.job("Nightly"), "Start")
        let session = try client.get(task.href("Related:BackupJobSession"))
        _ = try client.act(session, "Stop")
        client.now += .seconds(60)
        #expect(try client.references(backup, "Down:RestorePointReferenceList").count == 7)
        let tasks = try client.references(session, "Down:BackupTaskSessionReferenceList")
        let results = try tasks.map { try client.get($0.href("Alternate:BackupTaskSession"))["Result"] }
        #expect(results.last == "Failed")
    }

    @Test func aFailedRunLeavesNothingBehind() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.jobSessionResult = "Failed" })
        let count = try client.entities("RestorePoint").count
        _ = try client.act(try client.job("Nightly"), "Start")
        client.now += .seconds(60)
        #expect(try client.entities("RestorePoint").count == count)
    }

    @Test func theFailureOfLastNightIsThatOfOneMachine() throws {
        var client = try Client.loggedOn()
        let session = try client.references(try client.job("SQL Servers"), "Down:BackupJobSessionReferenceList")[0]
        let tasks = try client.references(session, "Down:BackupTaskSessionReferenceList")
        let entities = try tasks.map { try client.get($0.href("Alternate:BackupTaskSession")) }
        #expect(entities.map { $0["Result"] } == ["Success", "Failed"])
        #expect(entities[1]["Reason"]?.contains("Not enough space") == true)
        let backup = try client.entity("Backup", named: "SQL Servers")
        #expect(try client.references(backup, "Down:RestorePointReferenceList").count == 6)
    }

    @Test func aReplicationAddsReplicaPoints() throws {
        var client = try Client.loggedOn()
        let replica = try client.entity("Replica", named: "DC Replication")
        let count = try client.references(replica, "Down:VmReplicaPointReferenceList").count
        let task = try client.act(try client.job("DC Replication"), "Start")
        client.now += .seconds(60)
        #expect(try client.references(replica, "Down:VmReplicaPointReferenceList").count == count + 1)
        let session = try client.get(task.href("Related:ReplicaJobSession"))
        let tasks = try client.references(session, "Down:ReplicaTaskSessionReferenceList")
        let entity = try client.get(try #require(tasks.first).href("Alternate:ReplicaTaskSession"))
        let point = try client.get(entity.href("Related:VmReplicaPoint"))
        #expect(point["PointType"] == "Snapshot")
        #expect(point.href("Up:ReplicaReference") + "?format=Entity" == replica["Href"])
    }

    @Test func aCopyHasABackupForEachMachine() throws {
        var client = try Client.loggedOn()
        let parent = try client.entity("Backup", named: "Offsite Copy")
        #expect(parent["BackupType"] == "ParentBackup")
        let children = try client.get(parent.href("Up:BackupList")).items("Backup")
        #expect(children.map { $0["BackupType"] } == Array(repeating: "ChildBackup", count: 3))
        let count = try client.references(children[0], "Down:RestorePointReferenceList").count
        _ = try client.act(try client.job("Offsite Copy"), "Sync")
        client.now += .seconds(60)
        #expect(try client.references(children[0], "Down:RestorePointReferenceList").count == count + 1)
    }

    @Test func aCloneWritesABackupOfItsOwnThatOutlivesIt() throws {
        var client = try Client.loggedOn()
        let repository = try client.repository("Backup Vol 02")
        let members = CloneTests.members("BackupJobCloneInfo", "Nightly 2", repository)
        _ = try client.act(try client.job("Nightly"), "Clone", CloneTests.xml("BackupJobCloneInfo", members))
        let count = try client.entities("Backup").count
        _ = try client.act(try client.job("Nightly 2"), "Start")
        client.now += .seconds(60)
        #expect(try client.entities("Backup").count == count + 1)
        let backup = try client.entity("Backup", named: "Nightly 2")
        #expect(backup.links.first { $0.type == "RepositoryReference" }?.name == "Backup Vol 02")
        #expect(try client.references(backup, "Down:RestorePointReferenceList").count == 1)
        let job = try client.job("Nightly 2")
        _ = try client.finish(try client.delete(job["Href"]?.replacing("?format=Entity", with: "") ?? ""))
        #expect(try client.references(backup, "Down:RestorePointReferenceList").count == 1)
    }

    @Test func backupsAndReplicasLieInTheirRepositories() throws {
        var client = try Client.loggedOn()
        for (type, name) in [("Backup", "Nightly"), ("Replica", "DC Replication")] {
            let protected = try client.entity(type, named: name)
            let repository = try client.get(protected.href("Up:RepositoryReference"))
            let names = try client.references(repository, "Down:\(type)ReferenceList").map { $0["Name"] }
            #expect(names.contains(name))
        }
    }

    @Test func generatedJobsHaveAWeekBehindThem() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.generatedJobs = 40 })
        let backup = try client.entity("Backup", named: "Backup Job 40")
        let points = try client.references(backup, "Down:RestorePointReferenceList")
        #expect(points.count == 7)
        let machine = try #require(try client.references(points[6], "Down:VmRestorePointReferenceList").first)
        #expect(machine["Name"]?.hasPrefix("vm40@2026-01-15 22:00:") == true)
        let file = try client.get(machine.href("Up:BackupFileReference"))
        #expect(file.href("Up:BackupReference") + "?format=Entity" == backup["Href"])
        // A reference has the type of the guide, an entity that of live servers.
        let back = try client.references(file, "Related:BackupFileReferenceList")
        #expect(back.map { $0["UID"] } == [points[6]["UID"]])
        let entity = try client.get(file.href("Alternate:BackupFile"))
        #expect(
            try client.references(entity, "Related:RestorePointReferenceList").map { $0["UID"] }
                == back.map { $0["UID"] }
        )
        let catalog = try client.get("/api/catalog/vms/VM40/vmRestorePoints").items("Ref")
        #expect(catalog.count == 7)

        _ = try client.act(try client.job("Backup Job 40"), "Start")
        client.now += .seconds(60)
        let later = try client.references(backup, "Down:RestorePointReferenceList")
        #expect(later.prefix(7).map { $0["UID"] } == points.map { $0["UID"] })
        #expect(later.count == 8)
        #expect(try client.get("/api/catalog/vms/vm40/vmRestorePoints").items("Ref").count == 8)
        #expect(client.send(.get, "/api/catalog/vms/vm41").status == 404)
    }
}
