// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CloneTests {
    static func xml(_ info: String, _ members: [(String, String)]) -> String {
        let inner = members.map { "<\($0.0)>\($0.1)</\($0.0)>" }.joined()
        return "<JobCloneSpec xmlns=\"http://www.veeam.com/ent/v1.0\"><\(info)>\(inner)</\(info)></JobCloneSpec>"
    }

    static func json(_ info: String, _ members: [(String, String)]) -> String {
        let inner = members.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",")
        return "{\"\(info)\":{\(inner)}}"
    }

    static func members(_ info: String, _ name: String, _ repository: String) -> [(String, String)] {
        switch info {
        case "BackupJobCloneInfo": [("JobName", name), ("FolderName", name), ("RepositoryUid", repository)]
        case "ReplicaJobCloneInfo": [("JobName", name), ("VmSuffix", "_x"), ("Description", "d")]
        default: [("JobName", name), ("JobFileName", name), ("RepositoryUid", repository), ("Description", "d")]
        }
    }

    @Test(
        arguments: [
            ("Nightly", "BackupJobCloneInfo"), ("DC Replication", "ReplicaJobCloneInfo"),
            ("Archive Copy", "BackupCopyJobCloneInfo"), ("Offsite Copy", "ImmediateBackupCopyJobCloneInfo"),
        ],
        [false, true]
    )
    func everyKindIsClonedByItsOwnBody(job: (String, String), isJSON: Bool) throws {
        var client = try Client.loggedOn(json: isJSON)
        let members = CloneTests.members(job.1, "Copy of it", try client.repository("Backup Vol 02"))
        let original = try client.job(job.0)
        let body = isJSON ? CloneTests.json(job.1, members) : CloneTests.xml(job.1, members)
        let task = try client.post(original.href("Clone"), body)
        #expect(task.status == 202)
        #expect(task["Operation"] == "CloneJob")
        #expect(client.simulator.log.writes.count == 1)
        let done = try client.finish(task)
        #expect(done.child("Result")?["Success"] == "true")
        #expect(done.links.last?.name == "Copy of it")
        let clone = try client.get(done.href("Related:Job"))
        #expect(clone["Name"] == "Copy of it")
        #expect(clone["ScheduleEnabled"] == "false")
        #expect(clone["JobType"] == original["JobType"])
        #expect(try client.job("Copy of it")["UID"] == clone["UID"])

        let other = job.1 == "ReplicaJobCloneInfo" ? "BackupJobCloneInfo" : "ReplicaJobCloneInfo"
        let wrong = isJSON ? CloneTests.json(other, members) : CloneTests.xml(other, members)
        #expect(try client.post(original.href("Clone"), wrong).status == 400)
    }

    @Test func theOrderCountsInXMLOnly() throws {
        var client = try Client.loggedOn()
        let repository = try client.repository("Backup Vol 02")
        let members = [("RepositoryUid", repository), ("JobName", "Copy"), ("FolderName", "Copy")]
        let href = try client.job("Nightly").href("Clone")
        let refused = try client.post(href, CloneTests.xml("BackupJobCloneInfo", members))
        #expect(refused.status == 400)
        #expect(refused["Message"]?.contains("out of order") == true)
        client.accept = "application/json"
        #expect(try client.post(href, CloneTests.json("BackupJobCloneInfo", members)).status == 202)
    }

    @Test func bothPrintedOrdersOfACopyJobAreTaken() throws {
        var client = try Client.loggedOn()
        let repository = try client.repository("Backup Vol 02")
        let printed = [("JobName", "A"), ("Description", "d"), ("RepositoryUid", repository), ("JobFileName", "A")]
        let body = CloneTests.xml("ImmediateBackupCopyJobCloneInfo", printed)
        #expect(try client.post(try client.job("Offsite Copy").href("Clone"), body).status == 202)
    }

    @Test(arguments: ["Nightly", "nightly", String(repeating: "x", count: 51), ""])
    func aBadNameFailsTheTask(name: String) throws {
        var client = try Client.loggedOn()
        let members = CloneTests.members("BackupJobCloneInfo", name, try client.repository("Backup Vol 02"))
        let task = try client.post(
            try client.job("Nightly").href("Clone"),
            CloneTests.xml("BackupJobCloneInfo", members)
        )
        #expect(task.status == 202)
        let done = try client.finish(task)
        #expect(done["State"] == "Finished")
        #expect(done.child("Result")?["Success"] == "false")
        #expect(done.child("Result")?["Message"] != nil)
        #expect(done.pairs == ["Delete"])
    }

    @Test(arguments: ["urn:veeam:Repository:00000000-0000-4000-8000-000000000000", "Backup Vol 02"])
    func anUnknownRepositoryFailsTheTask(uid: String) throws {
        var client = try Client.loggedOn()
        let body = CloneTests.xml("BackupJobCloneInfo", CloneTests.members("BackupJobCloneInfo", "Copy", uid))
        let done = try client.finish(try client.post(try client.job("Nightly").href("Clone"), body))
        #expect(done.child("Result")?["Success"] == "false")
        #expect(try client.get("/api/jobs").items("Ref").count == 6)
    }

    @Test(arguments: [0, 5]) func twoClonesOfOneNameAreOne(delay: Int) throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.effectDelay = .seconds(delay) })
        let members = CloneTests.members("BackupJobCloneInfo", "Copy", try client.repository("Backup Vol 02"))
        let body = CloneTests.xml("BackupJobCloneInfo", members)
        let href = try client.job("Nightly").href("Clone")
        let tasks = [try client.post(href, body), try client.post(href, body)]
        let results = try tasks.map { try client.finish($0).child("Result")?["Success"] }
        #expect(results == ["true", "false"])
    }

    @Test(arguments: [
        "", "<JobCloneSpec/>", "<x xmlns=\"http://www.veeam.com/ent/v1.0\"/>",
        "<JobCloneSpec xmlns=\"http://www.veeam.com/ent/v1.0\">", "{\"BackupJobCloneInfo\":{}}",
    ])
    func whatIsNoCloneSpecIs400(body: String) throws {
        var client = try Client.loggedOn()
        #expect(try client.post(try client.job("Nightly").href("Clone"), body).status == 400)
    }
}
