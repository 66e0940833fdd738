// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct SecurityTests {
    @Test(arguments: [false, true]) func theHubHasFourLinks(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let security = try client.security()
        #expect(
            security.pairs
                == ["Down:EnterpriseAccountReferenceList", "Down:EnterpriseRoleReferenceList", "Create", "Start"]
        )
        #expect(security["Type"] == nil)
    }

    @Test(arguments: [false, true]) func thereAreSevenRoles(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let list = try client.get(try client.security().href("Down:EnterpriseRoleReferenceList"))
        #expect(list.items("Ref").map { $0["Name"] } == SimulatorRole.allCases.map(\.rawValue))
        for reference in list.items("Ref") {
            let role = try client.get(reference.href("Alternate:EnterpriseRole"))
            #expect(role["UID"] == reference["UID"])
            #expect(role.href("Alternate:EnterpriseRoleReference") == reference["Href"])
            #expect(role.links.allSatisfy { $0.name == nil })
        }
    }

    static let xml = """
        <AccountType>Group</AccountType><AccountName>EXAMPLE\\Night Shift</AccountName>
        <Roles><EnterpriseRole><EnterpriseRoleUid>ROLE</EnterpriseRoleUid></EnterpriseRole></Roles>
        <AllowRestoreAllVms>false</AllowRestoreAllVms>
        <HierarchyScopeObjects><HierarchyScopeItem>
        <HierarchyObjRef>urn:VMware:Folder:3b1e7c52-9a8f-4d60-8a11-5c0d2f7e9b34.group-v17</HierarchyObjRef>
        <ObjectName>Production</ObjectName></HierarchyScopeItem></HierarchyScopeObjects>
        <FlrSettings><FlrInplaceOnly>true</FlrInplaceOnly>
        <FlrExtentionRestrictions>txt,log</FlrExtentionRestrictions></FlrSettings>
        <SqlSettings><DenyInPlaceRestore>true</DenyInPlaceRestore></SqlSettings>
        """
    static let json = """
        {"AccountType": "Group", "AccountName": "EXAMPLE\\\\Night Shift",
         "Roles": {"EnterpriseRoles": [{"EnterpriseRoleUid": "ROLE"}]}, "AllowRestoreAllVms": false,
         "HierarchyScopeObjects": {"HierarchyScopeItems": [
           {"HierarchyObjRef": "urn:VMware:Folder:3b1e7c52-9a8f-4d60-8a11-5c0d2f7e9b34.group-v17",
            "ObjectName": "Production"}, {"HierarchyObjRef": "", "ObjectName": ""}]},
         "FlrSettings": {"FlrInplaceOnly": true, "FlrExtentionRestrictions": "txt,log"},
         "SqlSettings": {"DenyInPlaceRestore": true}}
        """

    private static func create(_ client: inout Client) throws -> SimulatorResponse {
        let role = try client.role("File Restore Operator")
        let body = client.body("EnterpriseAccountCreateSpec", xml: xml, json: json)
        return client.send(
            .post,
            try client.security().href("Create"),
            body: body.split(separator: "ROLE", omittingEmptySubsequences: false).joined(separator: role)
        )
    }

    @Test(arguments: [false, true]) func anAccountIsAddedAndGoes(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let response = try SecurityTests.create(&client)
        #expect(response.status == 201)
        let account = try client.account("EXAMPLE\\Night Shift")
        #expect(account["Href"] == response.headers[.location])
        #expect(account["AccountType"] == "Group")
        #expect(account["AllowRestoreAllVms"] == "false")
        #expect(account.child("FlrSettings")?["FlrInplaceOnly"] == "true")
        #expect(account.child("FlrSettings")?["FlrExtentionRestrictions"] == "txt,log")
        #expect(account.child("SqlSettings")?["DenyInPlaceRestore"] == "true")
        let roles = try client.get(account.href("Down:EnterpriseAccountInRoleList"))
        #expect(roles.items("EnterpriseAccountInRole").map { $0["RoleName"] } == ["File Restore Operator"])
        let scopes = try client.get(account.href("Down:EnterpriseAccountHierarchyScopeList"))
        let scope = try #require(scopes.items("EnterpriseAccountHierarchyScope").first)
        #expect(scopes.items("EnterpriseAccountHierarchyScope").count == 1)
        #expect(
            ["Name", "Platform", "HierarchyObjectType", "State"].map { scope[$0] }
                == ["Production", "VMware", "Folder", "Unprocessed"]
        )

        #expect(try SecurityTests.create(&client).status == 400)
        #expect(client.send(.delete, account.href("Delete")).status == 204)
        #expect(client.send(.get, account["Href"] ?? "").status == 404)
        #expect(try SecurityTests.create(&client).status == 201)
    }

    @Test(arguments: [
        ("<AccountName>A</AccountName>", "AccountType is missing"),
        (
            "<AccountType>Robot</AccountType><AccountName>A</AccountName><Roles/><AllowRestoreAllVms>true"
                + "</AllowRestoreAllVms>", "AccountType Robot is none of"
        ),
        (
            "<AccountType>User</AccountType><AccountName>A</AccountName><Roles/><AllowRestoreAllVms>true"
                + "</AllowRestoreAllVms>", "names no role"
        ),
        (
            "<AccountName>A</AccountName><AccountType>User</AccountType><Roles/><AllowRestoreAllVms>true"
                + "</AllowRestoreAllVms>", "out of order"
        ),
    ])
    func aWrongAccountIsRefused(xml: String, message: String) throws {
        var client = try Client.loggedOn()
        let body = client.body("EnterpriseAccountCreateSpec", xml: xml, json: "")
        let answer = try client.post(try client.security().href("Create"), body)
        #expect(answer.status == 400)
        #expect(answer["Message"]?.contains(message) == true, "\(answer["Message"] ?? "")")
    }

    @Test(arguments: [false, true]) func rolesComeAndGo(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let account = try client.account("EXAMPLE\\Service Desk")
        let role = try client.role("Oracle Restore Operator")
        let body = client.body(
            "EnterpriseAccountInRoleCreateSpec",
            xml: "<EnterpriseRoleUid>\(role)</EnterpriseRoleUid>",
            json: "{\"EnterpriseRoleUid\": \"\(role)\"}"
        )
        let create = account.href("Create:EnterpriseAccountInRole")
        #expect(try client.post(create, body)["RoleName"] == "Oracle Restore Operator")
        #expect(try client.post(create, body).status == 400)
        let roles = try client.get(account.href("Down:EnterpriseAccountInRoleList"))
        let items = roles.items("EnterpriseAccountInRole")
        #expect(items.map { $0["RoleName"] } == ["Oracle Restore Operator", "File Restore Operator"])
        #expect(items.allSatisfy { $0.pairs == ["Delete"] })
        let one = try client.get(items[0]["Href"] ?? "")
        #expect(client.send(.delete, one.href("Delete:EnterpriseAccountInRole")).status == 204)
        #expect(client.send(.get, items[0]["Href"] ?? "").status == 404)
    }

    @Test(arguments: [false, true]) func theRestoreScopeIsToggled(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let account = try client.account("EXAMPLE\\dba")
        #expect(account["AllowRestoreAllVms"] == "false")
        #expect(client.send(.post, account.href("ToggleRestoreScopesEnabled")).status == 204)
        #expect(try client.get(account["Href"] ?? "")["AllowRestoreAllVms"] == "true")
    }

    @Test(arguments: [false, true]) func scopesAreAddedLookedUpAndRemoved(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let account = try client.account("EXAMPLE\\Service Desk")
        let references = ["urn:VMware:Vm", "urn:nasbackup:FileServer"]
            .map { $0 + ":5d0f3c1a-77b2-4e4c-9f0b-1d3a5b7c9e11.object-7" }
        let items = references.map {
            "<HierarchyScopeItem><HierarchyObjRef>\($0)</HierarchyObjRef></HierarchyScopeItem>"
        }
        let members = references.map { "{\"HierarchyObjRef\": \"\($0)\", \"ObjectName\": \"\"}" }
        let body = client.body(
            "HierarchyScopeCreateSpec",
            xml: items.joined(),
            json: "{\"HierarchyScopeItems\": [\(members.joined(separator: ","))]}"
        )
        let create = account.href("Create:EnterpriseAccountHierarchyScope")
        #expect(try client.post(create, body).status == 201)
        #expect(try client.post(create, body).status == 400)
        #expect(try states(&client, account) == ["Unprocessed", "Unprocessed"])

        let spec = client.body("RebuildScopeJobSpec", xml: "<RebuildAll/>", json: "{\"RebuildAll\": {}}")
        let task = try client.post(try client.security().href("Start"), spec)
        #expect(task.status == 201)
        #expect(task["Operation"] == "StartRebuildScope")
        let end = try client.finish(task)
        #expect(end.child("Result")?["Success"] == "true")
        #expect(end.child("Result")?["Message"] == nil)
        #expect(try states(&client, account) == ["Processed", "Processed"])

        let scope = try #require(try scopes(&client, account).first)
        let one = try client.get(scope["Href"] ?? "")
        #expect(client.send(.delete, one.href("Delete:EnterpriseAccountHierarchyScope")).status == 204)
        #expect(try scopes(&client, account).map { $0["Platform"] } == ["NasBackup"])
    }

    @Test func onesOwnScopeCanBeRebuiltAlone() throws {
        var client = try Client.loggedOn()
        let account = try client.account("EXAMPLE\\dba")
        let before = try states(&client, account)
        #expect(before.contains("Unprocessed"))
        let spec = client.body("RebuildScopeJobSpec", xml: "<RebuildForCurrentUser/>", json: "")
        _ = try client.finish(try client.post(try client.security().href("Start"), spec))
        #expect(try states(&client, account) == before)
        for wrong in ["", "<RebuildAll/><RebuildUnprocessed/>", "<RebuildNone/>"] {
            let body = client.body("RebuildScopeJobSpec", xml: wrong, json: "")
            #expect(try client.post(try client.security().href("Start"), body).status == 400)
        }
    }

    @Test func thousandsOfJobsBringAccountsAndTenants() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.generatedJobs = 1000 })
        let list = try client.get(try client.security().href("Down:EnterpriseAccountReferenceList"))
        #expect(list.items("Ref").count == 16)
        #expect(try client.account("EXAMPLE\\user00010")["AllowRestoreAllVms"] == "false")
        let tenants =
            [("VCloudOrganizationConfig", "VCloudService", "Organization 5")]
            + [("VSphereSelfServiceConfig", "VSphereSelfService", "EXAMPLE\\user00005")]
        for (type, service, name) in tenants {
            #expect(try client.configuration(type, of: service, name)["Name"] == name)
        }
    }

    @Test func generatedAccountsAreFoundByTheirNames() throws {
        let configuration = SimulatorConfiguration { $0.generatedJobs = 1000 }
        var book = PortalBook(configuration)
        #expect(book.accounts.count == 10)
        let account = try #require(book.account(named: "example\\USER00010"))
        #expect(account.name == "EXAMPLE\\user00010")
        for wrong in ["EXAMPLE\\user00000", "EXAMPLE\\user00011", "EXAMPLE\\user10", "EXAMPLE\\user-0001"] {
            #expect(book.account(named: wrong) == nil)
        }
        book.remove(account: account.id)
        #expect(book.account(named: account.name) == nil)
    }

    private func scopes(_ client: inout Client, _ account: Page) throws -> [Page] {
        try client.get(account.href("Down:EnterpriseAccountHierarchyScopeList"))
            .items("EnterpriseAccountHierarchyScope")
    }

    private func states(_ client: inout Client, _ account: Page) throws -> [String?] {
        try scopes(&client, account).map { $0["State"] }
    }
}
