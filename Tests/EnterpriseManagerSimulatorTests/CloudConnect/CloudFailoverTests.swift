// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CloudFailoverTests {
    static let name = "Harbour Logistics Failover Plan"

    static func states(_ client: inout Client) throws -> [String] {
        let points = try client.cloudList("CloudVmReplicaPoint").items("CloudVmReplicaPoint")
        return points.filter { $0["State"] != "Ready" }.map { $0["Name"] ?? "" }
    }

    @Test(arguments: [false, true]) func aStartRunsAndItsUndoTakesItBack(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let plan = try client.cloud("CloudFailoverPlan", CloudFailoverTests.name)
        #expect(try client.perform(.post, plan.href("Undo")).worked == false)
        let start = Sample.group([("StartNow", .flag(true))])
        let task = try client.perform(.post, plan.href("Start"), "CloudFailoverPlanManagementSpec", start)
        #expect(task.worked)
        #expect(task["Operation"] == "StartCloudFailoverPlan")
        #expect(task.links.last?.name == CloudFailoverTests.name)
        let href = task.href("Related:CloudFailoverSession")
        #expect(try client.get(href)["State"] == "Starting")
        client.now += .seconds(1.5)
        let working = try client.get(href)
        #expect([working["State"], working["Result"], working["Progress"]] == ["Working", "None", "50"])
        #expect(working["EndTimeUTC"]?.isEmpty != false)
        let parts = working.child("CloudFailoverTasks")?.entries("CloudFailoverTasks") ?? []
        #expect(parts.map { $0["VmName"] } == ["hl-dc01", "hl-erp01"])
        #expect(parts.map { $0["State"] } == ["Stopped", "Working"])
        #expect(try client.perform(.post, plan.href("Start")).worked == false)
        #expect(try CloudFailoverTests.states(&client).isEmpty)

        client.now += .seconds(2)
        let over = try client.get(href)
        #expect([over["State"], over["Result"], over["Progress"]] == ["Stopped", "Success", "100"])
        let all = over.child("CloudFailoverTasks")?.entries("CloudFailoverTasks") ?? []
        let names = all.map { $0.child("VmReplicaPointLink")?["Name"] ?? "" }
        #expect(names.count == 3)
        #expect(try CloudFailoverTests.states(&client).sorted() == names.sorted())
        let point = try client.get(all.first?.child("VmReplicaPointLink")?["Href"] ?? "")
        #expect(point["Name"] == names.first)
        #expect(try client.perform(.post, plan.href("Start")).worked == false)

        let undone = try client.perform(.post, plan.href("Undo"))
        #expect(undone.worked)
        #expect(undone["Operation"] == "UndoCloudFailoverPlan")
        #expect(undone.pairs == ["Delete"])
        #expect(try CloudFailoverTests.states(&client).isEmpty)
        #expect(try client.perform(.post, plan.href("Start")).worked)
        #expect(try client.cloudList("CloudFailoverSession").items("CloudFailoverSession").count == 2)
    }

    @Test(arguments: [false, true]) func aTestLeavesThePointsReady(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let plan = try client.cloud("CloudFailoverPlan", CloudFailoverTests.name)
        let task = try client.perform(.post, plan.href("Test"))
        client.now += .seconds(10)
        #expect(try client.get(task.href("Related:CloudFailoverSession"))["Result"] == "Success")
        #expect(try CloudFailoverTests.states(&client).isEmpty)
        #expect(try client.perform(.post, plan.href("Test")).worked)
    }

    @Test(arguments: [("2026-01-15T12:00:00Z", "2026-01-14"), ("2020-01-01T00:00:00Z", "")], [false, true])
    func aDateChoosesThePoints(date: (String, String), json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let plan = try client.cloud("CloudFailoverPlan", CloudFailoverTests.name)
        let start = Sample.group([("StartNow", .flag(false)), ("StartDate", .text(date.0))])
        let task = try client.perform(.post, plan.href("Start"), "CloudFailoverPlanManagementSpec", start)
        #expect(task.worked == !date.1.isEmpty)
        guard task.worked else { return }
        client.now += .seconds(10)
        let session = try client.get(task.href("Related:CloudFailoverSession"))
        let parts = session.child("CloudFailoverTasks")?.entries("CloudFailoverTasks") ?? []
        // The latest point before noon of the 15th is of the morning of that day.
        #expect(parts.count == 3)
        #expect(parts.allSatisfy { $0.child("VmReplicaPointLink")?["Name"]?.contains("@2026-01-15 08:") == true })
    }

    @Test(arguments: [false, true]) func aPlanIsChanged(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let plan = try client.cloud("CloudFailoverPlan", CloudFailoverTests.name)
        let machines = try #require(plan.child("CloudFailoverPlanInfo", "Includes")?.items("CloudFailoverPlanVm"))
        #expect(machines.map { $0["Name"] } == ["hl-dc01", "hl-erp01", "hl-files01"])
        #expect(try client.get(machines[1]["Href"] ?? "")["Name"] == "hl-erp01")
        let items = [machines[2], machines[0]].enumerated().map { order, machine in
            Sample.group([
                ("FailoverPlanVMId", .text(machine["FailoverPlanVMId"] ?? "")), ("Name", .text(machine["Name"] ?? "")),
                ("Order", .number(order)),
            ])
        }
        let options = Sample.group([
            ("PostFailoverPlanCommandEnabled", .flag(true)), ("PostFailoverPlanCommand", .text("C:\\after.bat")),
        ])
        let change = Sample.group([
            ("Description", .text("two of them")), ("CloudFailoverPlanOptions", options),
            ("CloudFailoverPlanInfo", .group([("Includes", .list(of: "CloudFailoverPlanVm", items))])),
        ])
        let done = try client.perform(.put, plan.href("Edit:CloudFailoverPlanReference"), "CloudFailoverPlan", change)
        #expect(done.worked)
        #expect(done["Operation"] == "UpdateFailoverPlan")
        let changed = try client.get(plan["Href"] ?? "")
        #expect(changed["Description"] == "two of them")
        #expect(changed.child("CloudFailoverPlanOptions")?["PostFailoverPlanCommand"] == "C:\\after.bat")
        let left = try client.get(plan.href("Alternate:CloudFailoverPlanReference") + "/includes")
        #expect(left.items("CloudFailoveredVm").map { $0["Name"] } == ["hl-files01", "hl-dc01"])
        #expect(try client.perform(.delete, plan.href("Delete:CloudFailoverPlanReference")).worked)
        #expect(try client.get(plan["Href"] ?? "").status == 404)
    }

    @Test(arguments: ["StartNow", "soon"]) func aStartThatSaysNoTimeIs400(text: String) throws {
        var client = try Client.loggedOn()
        let plan = try client.cloud("CloudFailoverPlan", CloudFailoverTests.name)
        let member = text == "StartNow" ? ("StartNow", Sample.flag(false)) : ("StartDate", Sample.text(text))
        let body = Sample.group([member])
        #expect(try client.perform(.post, plan.href("Start"), "CloudFailoverPlanManagementSpec", body).status == 400)
    }
}
