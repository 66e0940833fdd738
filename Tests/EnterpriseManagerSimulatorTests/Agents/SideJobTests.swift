// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct SideJobTests {
    /// A service, the name of a job that succeeded last night, and the operations of its tasks.
    struct Kind: Sendable {
        let service: String
        let job: String
        let failed: String?
        let type: String
        let operations: (start: String, stop: String, retry: String)
    }

    static let kinds = [
        Kind(
            service: "Down:AgentsService",
            job: "Physical Servers Backup",
            failed: nil,
            type: "AgentBackup",
            operations: ("StartJob", "StopAgentJob", "RetryAgentJob")
        ),
        Kind(
            service: "Down:NasService",
            job: "Project Files Backup",
            failed: "Home Directories Backup",
            type: "NasBackup",
            operations: ("StartNasJob", "StopNasJob", "RetryNasJob")
        ),
    ]

    static func job(_ name: String, of kind: Kind, _ client: inout Client) throws -> Page {
        let service = try client.get(client.hub?.href(kind.service) ?? "")
        let list = try client.get(service.href("Down:JobReferenceList"))
        return try client.get(list.item("Ref", named: name)?.href("Alternate:Job") ?? "")
    }

    @Test(arguments: 0..<2, [false, true]) func aStartedJobRunsAndEnds(kind: Int, json: Bool) throws {
        let kind = SideJobTests.kinds[kind]
        var client = try Client.loggedOn(json: json)
        let job = try SideJobTests.job(kind.job, of: kind, &client)
        let before = try client.get(job.href("Down:BackupJobSessionReferenceList")).items("Ref").count
        let task = try client.post(job.href("Start"))
        #expect(task.status == 202)
        #expect(task["Operation"] == kind.operations.start)
        #expect(try client.finish(task).child("Result")?["Message"]?.contains("triggered to start") == true)
        let sessions = try client.get(job.href("Down:BackupJobSessionReferenceList")).items("Ref")
        #expect(sessions.count == before + 1)
        let href = sessions.last?.href("Alternate:BackupJobSession") ?? ""
        #expect(try client.get(href)["Result"] == "None")
        #expect(try client.get(href)["JobType"] == kind.type)
        #expect(try client.get(href)["JobUid"] == job["UID"])
        let up = try client.get(href).href("Up:JobReference")
        #expect(try client.get(up)["UID"] == job["UID"])
        client.now += .seconds(10)
        #expect(try client.get(href)["State"] == "Stopped")
        #expect(try client.get(href)["Result"] == "Success")
        let all = try client.get(
            try client.get(client.hub?.href(kind.service) ?? "").href("Down:BackupJobSessionReferenceList")
        )
        #expect(all.items("Ref").contains { $0["UID"] == sessions.last?["UID"] })
    }

    @Test(arguments: 0..<2, [false, true]) func aRunningJobIsStopped(kind: Int, json: Bool) throws {
        let kind = SideJobTests.kinds[kind]
        var client = try Client.loggedOn(json: json)
        let job = try SideJobTests.job(kind.job, of: kind, &client)
        #expect(try client.finish(try client.post(job.href("Stop"))).child("Result")?["Success"] == "false")
        _ = try client.finish(try client.post(job.href("Start")))
        let task = try client.post(job.href("Stop"))
        #expect(task["Operation"] == kind.operations.stop)
        #expect(try client.finish(task).child("Result")?["Success"] == "true")
        client.now += .seconds(1)
        let sessions = try client.get(job.href("Down:BackupJobSessionReferenceList")).items("Ref")
        #expect(try client.get(sessions.last?.href("Alternate:BackupJobSession") ?? "")["Result"] == "Failed")
        let retry = try client.post(job.href("Retry"))
        #expect(retry["Operation"] == kind.operations.retry)
        #expect(try client.finish(retry).child("Result")?["Success"] == "true")
    }

    @Test(arguments: 0..<2) func onlyFailedJobsAreRetried(kind: Int) throws {
        let kind = SideJobTests.kinds[kind]
        var client = try Client.loggedOn()
        let job = try SideJobTests.job(kind.job, of: kind, &client)
        #expect(try client.finish(try client.post(job.href("Retry"))).child("Result")?["Success"] == "false")
        guard let name = kind.failed else { return }
        let failed = try SideJobTests.job(name, of: kind, &client)
        #expect(try client.finish(try client.post(failed.href("Retry"))).child("Result")?["Success"] == "true")
    }

    @Test(arguments: 0..<2, [false, true]) func theScheduleIsToggled(kind: Int, json: Bool) throws {
        let kind = SideJobTests.kinds[kind]
        var client = try Client.loggedOn(json: json)
        let job = try SideJobTests.job(kind.job, of: kind, &client)
        #expect(job["ScheduleEnabled"] == "true")
        let task = try client.post(job.href("ToggleScheduleEnabled"))
        #expect(task["Operation"] == "UpdateJob")
        _ = try client.finish(task)
        let after = try SideJobTests.job(kind.job, of: kind, &client)
        #expect(after["ScheduleEnabled"] == "false")
        #expect(after["NextRun"] ?? "" == "")
    }

    @Test(arguments: [false, true]) func objectsOfJobsAreListed(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let agents = try SideJobTests.job("Linux Hosts Backup", of: SideJobTests.kinds[0], &client)
        let groups = try client.get(agents.href("Down:ObjectInJobList")).items("ObjectInAgentBackupJob")
        #expect(groups.map { $0["Name"] } == ["Linux Hosts"])
        let nas = try SideJobTests.job("Project Files Backup", of: SideJobTests.kinds[1], &client)
        let objects = try client.get(nas.href("Down:NasObjectList")).items("NASObject")
        #expect(objects.map { $0["FileOrFolder"] } == ["\\\\files01.example.test\\projects"])
        let server = try client.get(objects.first?.href("Related:FileServer") ?? "")
        #expect(server["UID"] == objects.first?["FileServerUid"])
        #expect(server.child("SmbServerOptions")?["Path"] == "\\\\files01.example.test\\projects")
    }

    @Test(arguments: [false, true]) func groupsKnowTheirComputers(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let service = try client.get(client.hub?.href("Down:AgentsService") ?? "")
        let groups = try client.get(service.href("Down:AgentProtectionGroupList"))
        let group = groups.item("AgentProtectionGroup", named: "Physical Servers")
        let computers = try client.get(group?.href("Down:DiscoveredComputerList") ?? "").items("DiscoveredComputer")
        #expect(computers.map { $0["Name"] }.contains("legacy01.example.test"))
        let up = try client.get(computers.first?.href("Up:AgentProtectionGroupReference") ?? "")
        #expect(up["UID"] == group?["UID"])
    }

    @Test func queriesFindThem() throws {
        var client = try Client.loggedOn()
        func names(_ type: String, _ filter: String) throws -> [String] {
            try client.query("type=\(type)", filter: filter).child("Refs")?.items("Ref").compactMap { $0["Name"] } ?? []
        }
        #expect(try names("AgentBackupJob", "Platform==AgentForLinux") == ["Linux Hosts Backup"])
        #expect(try names("DiscoveredComputer", "ProtectionGroupName==\"Linux Hosts\"").count == 2)
        #expect(try names("NasJob", "Name==\"Project Files Backup\"").count == 1)
        #expect(try names("FileServer", "BackupServerName==vbr01.example.test").count == 2)
        #expect(try names("BackupJobSession", "JobType==NasBackup;Result==Failed").count == 1)
        let objects = try client.query("type=NasObject", filter: "JobName==\"Project Files Backup\"")
        #expect(objects.child("Resources", "NASObjects")?.items("NASObject").count == 1)
        let groups = try client.query("type=ObjectInAgentBackupJob", filter: "Name==\"Linux Hosts\"")
        #expect(
            groups.child("Resources", "ObjectsInAgentBackupJob")?.items("ObjectInAgentBackupJob").first?["Name"]
                == "Linux Hosts"
        )
    }

    @Test func generatedOnesBelongTogether() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.generatedJobs = 500 })
        let service = try client.get(client.hub?.href("Down:AgentsService") ?? "")
        let groups = try client.get(service.href("Down:AgentProtectionGroupReferenceList")).items("Ref")
        #expect(groups.count == 7)
        let group = try client.get(groups.last?.href("Alternate:AgentProtectionGroup") ?? "")
        let computers = try client.get(group.href("Down:DiscoveredComputerList")).items("DiscoveredComputer")
        #expect(computers.count == 10)
        #expect(
            computers.allSatisfy {
                $0.href("Up:AgentProtectionGroupReference").hasSuffix(groups.last?["UID"]?.suffix(36) ?? "?")
            }
        )
    }
}
