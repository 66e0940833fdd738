// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct AgentPointTests {
    static func points(_ client: inout Client) throws -> [Page] {
        let service = try client.get(client.hub?.href("Down:AgentsService") ?? "")
        return try client.get(service.href("Down:AgentRestorePointList")).items("AgentRestorePoint")
    }

    @Test(arguments: [false, true]) func aRunLeavesPointsOfItsComputers(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let before = try AgentPointTests.points(&client).count
        let job = try SideJobTests.job("Linux Hosts Backup", of: SideJobTests.kinds[0], &client)
        _ = try client.finish(try client.post(job.href("Start")))
        client.now += .seconds(10)
        let points = try AgentPointTests.points(&client)
        #expect(points.count == before + 2)
        let last = try #require(points.last)
        #expect(last["Name"]?.hasPrefix("git01.example.test@") == true)
        #expect(last["PointType"] == "Increment")
        let run = try client.get(last.href("Up:RestorePointReference"))
        #expect(run.status == 200)
        #expect(try client.get(last.href("Up:BackupFileReference")).status == 200)
        let below = try client.get("/api/restorePoints/\(run["UID"]?.suffix(36) ?? "")/agentRestorePoints")
        #expect(below.items("Ref").count == 2)
    }

    @Test(arguments: [false, true]) func aFailedRunLeavesNone(json: Bool) throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.jobSessionResult = "Failed" }, json: json)
        let before = try AgentPointTests.points(&client).count
        let job = try SideJobTests.job("Linux Hosts Backup", of: SideJobTests.kinds[0], &client)
        _ = try client.finish(try client.post(job.href("Start")))
        client.now += .seconds(10)
        #expect(try AgentPointTests.points(&client).count == before)
    }

    @Test(arguments: [false, true]) func aPointIsMountedAndUnmounted(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let point = try #require(try AgentPointTests.points(&client).first)
        let task = try client.post(point.href("Create:AgentRestorePointMount"))
        #expect(task["Operation"] == "MountRestorePoint")
        let mount = try client.get(try client.finish(task).href("Related:AgentRestorePointMount"))
        #expect(mount.pairs == ["Delete"])
        #expect(mount.child("FSRoots")?.items("DirectoryEntry").isEmpty == false)
        let mounts = point.href("Down:AgentRestorePointMountList")
        #expect(try client.get(mounts).items("AgentRestorePointMount").count == 1)
        #expect(client.send(.delete, mount.href("Delete")).status == 204)
        #expect(try client.get(mounts).items("AgentRestorePointMount").isEmpty)
    }

    @Test func theServiceListsWhatItsJobsLeftBehind() throws {
        var client = try Client.loggedOn()
        let service = try client.get(client.hub?.href("Down:AgentsService") ?? "")
        let backups = try client.get(service.href("Down:BackupList")).items("Backup")
        #expect(backups.compactMap { $0["Platform"] } == ["AgentForWindows", "AgentForLinux"])
        let lists = service.links.filter { $0.type == "RestorePointReferenceList" }
        #expect(lists.count == 2)
        for list in lists { #expect(try client.get(list.href).items("Ref").count == 14) }
        let found = try client.query(
            "type=AgentRestorePoint",
            filter: "ComputerName==git01.example.test;BackupName==\"Linux Hosts Backup\";Type==Full"
        )
        #expect(found.child("Refs")?.items("Ref").count == 1)
    }

    @Test func queriesKnowWhatFamiliesKnowBesideTheirDocuments() throws {
        var client = try Client.loggedOn()
        let backups = try client.query("type=Backup", filter: "JobName==\"Linux Hosts Backup\"")
        #expect(backups.child("Refs")?.items("Ref").count == 1)
        let tasks = try client.query("type=BackupTaskSession", filter: "JobName==\"SQL Servers\";Result==Failed")
        #expect(tasks.child("Refs")?.items("Ref").count == 1)
    }
}
