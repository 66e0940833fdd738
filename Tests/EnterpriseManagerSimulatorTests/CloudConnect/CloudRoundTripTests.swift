// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CloudRoundTripTests {
    static let types = [
        "CloudGateway", "CloudGatewayPool", "CloudTenant", "CloudHardwarePlan", "CloudPublicIpAddress",
        "VlanConfiguration", "CloudFailoverPlan",
    ]

    @Test(arguments: types, [false, true])
    func whatIsSentBackUnchangedChangesNothing(type: String, json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let list = try client.get(try client.cloud().href("Down:\(type)ReferenceList"))
        #expect(!list.items("Ref").isEmpty)
        for reference in list.items("Ref") {
            let href = reference.href("Alternate:\(type)")
            let entity = try client.get(href)
            let task = try Page(client.send(.put, entity.href("Edit:\(type)Reference"), body: entity.text))
            #expect(task.status == 202, "\(task.text)")
            #expect(try client.finish(task).worked)
            #expect(try client.get(href).text == entity.text)
        }
    }

    @Test(arguments: [false, true]) func soDoSubtenants(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let tenant = try client.cloud("CloudTenant", "Harbour Logistics")
        let list = try client.get(tenant.href("Down:CloudSubtenantList")).items("CloudSubtenant")
        #expect(list.count == 2)
        for item in list {
            let subtenant = try client.get(item["Href"] ?? "")
            let task = try Page(client.send(.put, subtenant.href("Edit:CloudSubtenant"), body: subtenant.text))
            #expect(task.status == 202, "\(task.text)")
            #expect(try client.finish(task).worked)
            #expect(try client.get(item["Href"] ?? "").text == subtenant.text)
        }
    }

    /// A second change may begin while the first is not done, and something may be gone by then.
    @Test(arguments: types) func whatIsGoneIsNotChanged(type: String) throws {
        var client = try Client.loggedOn()
        let list = try client.get(try client.cloud().href("Down:\(type)ReferenceList"))
        let entity = try client.get(list.items("Ref").last?.href("Alternate:\(type)") ?? "")
        let delete = try #require(entity.links.first { $0.rel == "Delete" })
        let first = try client.delete(delete.href)
        let second = try Page(client.send(.put, entity.href("Edit:\(type)Reference"), body: entity.text))
        #expect([first.status, second.status] == [202, 202])
        #expect(try client.finish(first).worked)
        #expect(try client.finish(second).worked == false)
        #expect(try client.get(entity["Href"] ?? entity.href("Alternate:\(type)Reference")).status == 404)
    }

    @Test(arguments: ["CloudGateway", "CloudTenant", "CloudSubtenant"], [false, true])
    func ofTwoChangesAtOnceNoneIsLost(type: String, json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let tenant = try client.cloud("CloudTenant", "Harbour Logistics")
        var entity = tenant
        if type == "CloudGateway" { entity = try client.cloud(type, "gw01.example.test") }
        if type == "CloudSubtenant" {
            entity = try #require(try client.get(tenant.href("Down:CloudSubtenantList")).items(type).first)
        }
        let edit = try #require(entity.links.first { $0.rel == "Edit" }).href
        let bodies = [("Description", Sample.text("changed")), ("Enabled", Sample.flag(false))]
        let tasks = try bodies.map { member in
            try Page(client.send(.put, edit, body: Sample.group([member]).body(type, json: json)))
        }
        for task in tasks { #expect(try client.finish(task).worked) }
        let changed = try client.get(entity["Href"] ?? "")
        #expect([changed["Description"], changed["Enabled"]] == ["changed", "false"])
    }
}
