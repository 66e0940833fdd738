// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct LinkedTests {
    static let list = "Down:LinkedBackupRepositoryObjectList"
    static let create = "Create:LinkedBackupRepositoryObject"

    static func body(_ root: String, _ uid: String, json: Bool) -> String {
        json
            ? "{\"LinkedBackupRepositoryUid\":\"\(uid)\"}"
            : "<\(root) xmlns=\"http://www.veeam.com/ent/v1.0\"><LinkedBackupRepositoryUid>\(uid)"
                + "</LinkedBackupRepositoryUid></\(root)>"
    }

    @Test(arguments: ["LinkedBackupRepository", "CreateLinkedBackupRepositorySpec"], [false, true])
    func aRepositoryIsLinkedUnderAnyRoot(root: String, json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let job = try client.job("Offsite Copy")
        #expect(try client.get(job.href(LinkedTests.list)).items("LinkedBackupRepository").count == 1)
        #expect(job.text.contains("LinkedBackupUid"))
        let uid = try client.repository("Backup Vol 01")
        let task = try client.post(job.href(LinkedTests.create), LinkedTests.body(root, uid, json: json))
        #expect(task.status == 202)
        #expect(task["Operation"] == "UpdateJob")
        #expect(try client.finish(task).pairs == ["Delete"])

        let items = try client.get(job.href(LinkedTests.list)).items("LinkedBackupRepository")
        #expect(items.map { $0["LinkedBackupRepositoryUid"] }.last == uid)
        #expect(items.last?["Type"] == "LinkedBackupRepositoryObject")
        #expect(items.last?.pairs == ["Up:Job", "Delete"])
        let after = try client.job("Offsite Copy")
        #expect(after.text.contains(uid))
        #expect(!after.text.contains("LinkedBackupUid"))
    }

    @Test func linkingTwiceFailsTheTask() throws {
        var client = try Client.loggedOn()
        let job = try client.job("Offsite Copy")
        let body = LinkedTests.body("X", try client.repository("Default Backup Repository"), json: false)
        let done = try client.finish(try client.post(job.href(LinkedTests.create), body))
        #expect(done.child("Result")?["Success"] == "false")
        #expect(done.child("Result")?["Message"]?.contains("already linked") == true)
        #expect(try client.job("Offsite Copy").text.contains("LinkedBackupUid"))
    }

    @Test(arguments: [
        "urn:veeam:Repository:00000000-0000-4000-8000-000000000000", "urn:veeam:Job:1", "Backup Vol 01", "",
    ])
    func anUnknownRepositoryIs400(uid: String) throws {
        var client = try Client.loggedOn()
        let job = try client.job("Offsite Copy")
        #expect(try client.post(job.href(LinkedTests.create), LinkedTests.body("X", uid, json: false)).status == 400)
    }

    @Test func anItemIsDeletedByItsLink() throws {
        var client = try Client.loggedOn()
        let list = try client.job("Offsite Copy").href(LinkedTests.list)
        let item = try client.get(list).items("LinkedBackupRepository").first
        #expect(try client.get(item?["Href"] ?? "")["ObjectInJobId"] == item?["ObjectInJobId"])
        let task = try client.delete(item?.href("Delete") ?? "")
        #expect(task.status == 202)
        #expect(try client.finish(task).child("Result")?["Success"] == "true")
        #expect(try client.get(list).items("LinkedBackupRepository").isEmpty)
        #expect(client.send(.delete, item?.href("Delete") ?? "").status == 404)
    }

    @Test func jobsAreLinkedTheSameWay() throws {
        var client = try Client.loggedOn(json: true)
        let job = try client.job("Offsite Copy")
        let sql = try client.job("SQL Servers")["UID"] ?? ""
        let task = try client.post(job.href("Create:LinkedJobObject"), "{\"LinkedJobUid\":\"\(sql)\"}")
        _ = try client.finish(task)
        let items = try client.get(job.href("Down:LinkedJobObjectList")).items("LinkedJobObject")
        #expect(items.count == 2)
        #expect(items.last?["LinkedJobUid"] == sql)
        let itself = try client.post(job.href("Create:LinkedJobObject"), "{\"LinkedJobUid\":\"\(job["UID"] ?? "")\"}")
        #expect(itself.status == 400)
    }

    @Test func olderVersionsAndOtherJobsHaveNone() throws {
        var client = try Client.loggedOn()
        let copy = try client.job("Offsite Copy").href(LinkedTests.list)
        let backup = try client.job("Nightly").href("Down:ObjectInJobList").replacing("includes", with: "linkedJobs")
        #expect(client.send(.get, backup).status == 400)
        var older = try Client.loggedOn(version: "v1_6")
        #expect(older.send(.get, copy).status == 404)
    }

    @Test(arguments: [false, true]) func objectsComeAndGo(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let job = try client.job("Nightly")
        let reference = "urn:VMware:Vm:00000000-0000-4000-8000-000000000000.vm-1"
        let body =
            json
            ? "{\"HierarchyObjName\":\"new01\",\"HierarchyObjRef\":\"\(reference)\"}"
            : "<CreateObjectInJobSpec xmlns=\"http://www.veeam.com/ent/v1.0\"><HierarchyObjRef>\(reference)"
                + "</HierarchyObjRef><HierarchyObjName>new01</HierarchyObjName></CreateObjectInJobSpec>"
        let task = try client.post(job.href("Create:ObjectInJob"), body)
        #expect(task["Operation"] == "UpdateJob")
        _ = try client.finish(task)
        let list = try client.get(job.href("Down:ObjectInJobList"))
        let item = list.item("ObjectInJob", named: "new01")
        #expect(list.items("ObjectInJob").count == 4)
        #expect(item?["HierarchyObjRef"] == reference)
        #expect(item?.pairs == ["Delete", "Up:Job"])
        let twice = try client.finish(try client.post(job.href("Create:ObjectInJob"), body))
        #expect(twice.child("Result")?["Success"] == "false")
        _ = try client.finish(try client.delete(item?.href("Delete") ?? ""))
        #expect(try client.get(job.href("Down:ObjectInJobList")).items("ObjectInJob").count == 3)
    }
}
