// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CdpTests {
    static let configuration = SimulatorConfiguration { $0.linksInferredLists = true }

    static func policy(_ name: String, _ client: inout Client) throws -> Page {
        let list = try client.get(client.hub?.href("Down:CdpPolicyReferenceList") ?? "")
        return try client.get(list.item("Ref", named: name)?.href("Alternate:CdpPolicy") ?? "")
    }

    static func machine(_ name: String, _ client: inout Client) throws -> Page {
        let list = try client.get(client.hub?.href("Down:CdpReplicaReferenceList") ?? "")
        let replica = try client.get(list.item("Ref", named: "CDP ERP")?.href("Alternate:CdpReplica") ?? "")
        let machines = try client.get(replica.href("Down:CdpReplicaVmReferenceList"))
        return try client.get(machines.item("Ref", named: name)?.href("Alternate:CdpReplicaVm") ?? "")
    }

    static func body(_ root: String, _ members: [(String, String)], json: Bool) -> String {
        if json {
            let pairs = members.map { name, value in
                "\"\(name)\":" + (["true", "false"].contains(value) || Int(value) != nil ? value : "\"\(value)\"")
            }
            return "{" + pairs.joined(separator: ",") + "}"
        }
        let children = members.map { "<\($0.0)>\($0.1)</\($0.0)>" }.joined()
        return "<\(root) xmlns=\"http://www.veeam.com/ent/v1.0\">\(children)</\(root)>"
    }

    @Test func noPageLinksToTheLists() throws {
        let client = try Client.loggedOn()
        #expect(client.hub?.pairs.contains { $0.contains("Cdp") } == false)
    }

    @Test(arguments: [false, true]) func disableEndsTheSessionAndEnableBeginsOne(json: Bool) throws {
        var client = try Client.loggedOn(CdpTests.configuration, json: json)
        let policy = try CdpTests.policy("CDP ERP", &client)
        #expect(policy.href("Enable").isEmpty)
        let task = try client.post(policy.href("Disable"))
        #expect(task.status == 202)
        #expect(task["Operation"] == "UpdateCdpPolicy")
        _ = try client.finish(task)
        let disabled = try CdpTests.policy("CDP ERP", &client)
        #expect(disabled["ScheduleEnabled"] == "false")
        #expect(disabled.href("Disable").isEmpty)
        client.now += .seconds(1)
        let sessions = disabled.href("Down:CdpReplicaSessionReferenceList")
        let ended = try client.get(
            try client.get(sessions).items("Ref").last?.href("Alternate:CdpReplicaSession") ?? ""
        )
        #expect(ended["State"] == "Stopped")
        #expect(ended["Result"] == "Success")
        _ = try client.finish(try client.post(disabled.href("Enable")))
        let begun = try client.get(
            try client.get(sessions).items("Ref").last?.href("Alternate:CdpReplicaSession") ?? ""
        )
        #expect(begun["UID"] != ended["UID"])
        #expect(begun["Result"] == "None")
        let tasks = try client.get(begun.href("Down:CdpReplicaTaskSessionReferenceList")).items("Ref")
        #expect(tasks.count == 2)
        #expect(try client.get(tasks[0].href("Alternate:CdpReplicaTaskSession"))["VmDisplayName"] == "erp01")
    }

    @Test(arguments: [false, true]) func machinesComeAndGo(json: Bool) throws {
        var client = try Client.loggedOn(CdpTests.configuration, json: json)
        let policy = try CdpTests.policy("CDP ERP", &client)
        let body = CdpTests.body(
            "CreateObjectInJobSpec",
            [
                ("HierarchyObjRef", "urn:VMware:Vm:00000000-0000-0000-0000-000000000000.vm-77"),
                ("HierarchyObjName", "erp03"),
            ],
            json: json
        )
        let task = try client.post(policy.href("Create:ObjectInJob"), body)
        #expect(task["Operation"] == "UpdateCdpPolicy")
        _ = try client.finish(task)
        let twice = try client.finish(try client.post(policy.href("Create:ObjectInJob"), body))
        #expect(twice.child("Result")?["Success"] == "false")
        let objects = try client.get(policy.href("Down:ObjectInJobList")).items("ObjectInJob")
        #expect(objects.map { $0["Name"] } == ["erp01", "erp02", "erp03"])
        _ = try client.finish(try client.delete(objects.first?.href("Delete") ?? ""))
        #expect(try client.get(policy.href("Down:ObjectInJobList")).items("ObjectInJob").count == 2)
    }

    @Test(arguments: [false, true]) func aPolicyIsEdited(json: Bool) throws {
        var client = try Client.loggedOn(CdpTests.configuration, json: json)
        let policy = try CdpTests.policy("CDP ERP", &client)
        let options =
            json
            ? "{\"Description\":\"New\",\"ScheduleEnabled\":\"false\",\"PolicyScheduleOptions\":{\"CdpReplica\":"
                + "{\"RecoveryPointObjectiveSeconds\":30,\"RecoveryPointObjectiveMinutes\":1}}}"
            : "<CdpPolicy xmlns=\"http://www.veeam.com/ent/v1.0\"><Description>New</Description>"
                + "<ScheduleEnabled>false</ScheduleEnabled><PolicyScheduleOptions><CdpReplica>"
                + "<RecoveryPointObjectiveSeconds>30</RecoveryPointObjectiveSeconds><RecoveryPointObjectiveMinutes>1"
                + "</RecoveryPointObjectiveMinutes></CdpReplica></PolicyScheduleOptions></CdpPolicy>"
        let task = try Page(client.send(.put, policy.href("Edit:CdpPolicyReference"), body: options))
        #expect(task.status == 202)
        #expect(task["Operation"] == "EditCdpPolicy")
        _ = try client.finish(task)
        let after = try CdpTests.policy("CDP ERP", &client)
        #expect(after["Description"] == "New")
        #expect(after.href("Disable").isEmpty)
        let schedule = after.child("PolicyScheduleOptions", "CdpReplica")
        #expect(schedule?["RecoveryPointObjectiveSeconds"] == "30")
        #expect(schedule?["RecoveryPointObjectiveMinutes"] == "1")
    }

    @Test(arguments: [false, true]) func intervalsSayWhereToFailOver(json: Bool) throws {
        var client = try Client.loggedOn(CdpTests.configuration, json: json)
        let machine = try CdpTests.machine("erp01", &client)
        let body = CdpTests.body(
            "AnyRoot",
            [("StartDate", "2026-01-15T00:00:00"), ("EndDate", "2026-01-16T06:00:00")],
            json: json
        )
        let page = try client.post(machine.href("Intervals"), body)
        #expect(page.status == 200)
        #expect(page["HasApplicationConsistentState"] == "true")
        let intervals = page.child("Intervals")?.items("Interval") ?? []
        #expect(intervals.map { $0["StartDate"] } == ["2026-01-16T02:00:00Z"])
        let points = page.child("RestorePoints")?.items("RestorePoint") ?? []
        #expect(
            points.map { $0["Date"] } == [
                "2026-01-15T00:00:00Z", "2026-01-15T08:00:00Z", "2026-01-15T16:00:00Z", "2026-01-16T00:00:00Z",
            ]
        )
        let missing = CdpTests.body("AnyRoot", [("StartDate", "2026-01-15T00:00:00")], json: json)
        #expect(try client.post(machine.href("Intervals"), missing).status == 400)
    }

    @Test(arguments: [false, true], [false, true]) func aReplicaFailsOver(json: Bool, isVApp: Bool) throws {
        var client = try Client.loggedOn(CdpTests.configuration, json: json)
        var subject = try CdpTests.machine("erp01", &client)
        if isVApp {
            let list = try client.get(client.hub?.href("Down:VAppCdpReplicaReferenceList") ?? "")
            subject = try client.get(list.item("Ref", named: "Web Shop")?.href("Alternate:VAppCdpReplica") ?? "")
            let machines = try client.get(subject.href("Down:VAppCdpReplicaVmReferenceList")).items("Ref")
            #expect(machines.map { $0["Name"] } == ["shop-web", "shop-db"])
            let entity = try client.get(machines.first?.href("Alternate:VAppCdpReplicaVm") ?? "")
            #expect(try client.get(entity.href("Alternate:VAppCdpReplicaVmReference"))["UID"] == entity["UID"])
        }
        func spec(_ current: Bool, _ time: String?) -> String {
            CdpTests.body(
                "CdpFailoverStartSpec",
                [("RestoreCurrent", "\(current)"), ("RestoreCurrentVss", "false")]
                    + (time.map { [("RestoreAtInterval", $0)] } ?? []),
                json: json
            )
        }
        #expect(try client.post(subject.href("Failover"), spec(false, nil)).status == 400)
        #expect(try client.post(subject.href("Failover"), spec(false, "2020-01-01T00:00:00")).status == 400)
        #expect(try client.post(subject.href("Failover"), spec(false, "soon")).status == 400)
        let task = try client.post(subject.href("Failover"), spec(false, "2026-01-16T05:00:00"))
        #expect(task.status == 202)
        #expect(task["Operation"] == "StartFailover")
        let done = try client.finish(task)
        #expect(done.child("Result")?["Success"] == "true")
        let session = try client.get(done.href("Related:RestoreSession"))
        #expect(session["JobType"] == "RestoreVm")
        #expect(session["Result"] == "None")
        let again = try client.finish(try client.post(subject.href("Failover"), spec(true, nil)))
        #expect(again.child("Result")?["Success"] == "false")
        client.now += .seconds(60)
        #expect(try client.get(done.href("Related:RestoreSession"))["Result"] == "Success")
        let later = try client.finish(try client.post(subject.href("Failover"), spec(true, nil)))
        #expect(later.child("Result")?["Success"] == "true")
    }

    @Test func queriesFindThem() throws {
        var client = try Client.loggedOn(CdpTests.configuration)
        let sessions = try client.query("type=CdpReplicaSession&format=Entities", filter: "Result==None")
        let items = sessions.child("Entities", "CdpReplicaSessions")?.items("CdpPolicySession") ?? []
        #expect(items.compactMap { $0["PolicyName"] }.sorted() == ["CDP Cloud Director", "CDP ERP"])
        let policies = try client.query("type=CdpPolicy", filter: "ScheduleEnabled==False")
        #expect(policies.child("Refs")?.items("Ref").map { $0["Name"] } == ["CDP Lab"])
        let tasks = try client.query("type=CdpReplicaTaskSession", filter: "VmDisplayName==erp02")
        #expect(tasks.child("Refs")?.items("Ref").count == 1)
        let replicas = try client.query("type=CdpReplica", filter: "PolicyName==\"CDP ERP\"")
        #expect(replicas.child("Refs")?.items("Ref").count == 1)
    }

    @Test(arguments: [false, true]) func everyLinkLeadsSomewhere(json: Bool) throws {
        var client = try Client.loggedOn(CdpTests.configuration, json: json)
        let graph = try CrawlTests.crawl(&client)
        #expect(graph.keys.contains { $0.contains("cdpReplica/vApps") && $0.hasSuffix("format=Reference") })
        #expect(client.simulator.log.madeUp.isEmpty)
    }
}
