// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct InfrastructureTests {
    static let namespace = "xmlns=\"http://www.veeam.com/ent/v1.0\""

    static func server(_ client: inout Client, _ name: String = "vbr01.example.test") throws -> Page {
        let list = try client.get(client.hub?.href("Down:BackupServerList") ?? "")
        return try #require(list.item("BackupServer", named: name))
    }

    /// The two untyped Create links differ in their hrefs only.
    static func create(_ part: String, of server: Page) -> String {
        server.links.first { $0.rel == "Create" && $0.href.contains("/\(part)") }?.href ?? ""
    }

    @Test(arguments: [false, true]) func aServerHasTheLinksOfTheGuide(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let server = try InfrastructureTests.server(&client)
        let documented = [
            "Alternate:BackupServerReference", "Edit:BackupServerReference", "Delete:BackupServerReference",
            "Down:JobReferenceList", "Down:ManagedServerReferenceList", "Down:RepositoryReferenceList",
            "Down:CredentialsList", "Create", "Down:PasswordKeyList", "Start",
        ]
        for pair in documented { #expect(server.pairs.contains(pair), "\(pair)") }
        #expect(server.pairs.filter { $0 == "Create" }.count == 2)
        let reference = try client.get(server.href("Alternate:BackupServerReference"))
        #expect(reference.pairs.contains("Down:ExternalRepositoryReferenceList"))
        #expect(!reference.pairs.contains("Edit:BackupServerReference"))
    }

    @Test(arguments: [false, true]) func aServerIsAddedEditedAndRemoved(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let create = client.hub?.href("Create") ?? ""
        let body =
            json
            ? """
            {"Description":"New","DnsNameOrIpAddress":"vbr03.example.test","Port":9393,"Username":"a","Password":"b"}
            """
            : """
            <BackupServerSpec \(InfrastructureTests.namespace)><Description>New</Description>\
            <DnsNameOrIpAddress>vbr03.example.test</DnsNameOrIpAddress><Username>a</Username><Port>9393</Port>\
            <Password>b</Password></BackupServerSpec>
            """
        let response = client.send(.post, create, body: body)
        #expect(response.status == 201)
        #expect(client.send(.post, create, body: body).status == 400)
        let added = try client.get(response.headers[.location] ?? "")
        #expect(added["Name"] == "vbr03.example.test")
        #expect(added["Port"] == "9393")

        let edit =
            json
            ? "{\"DnsNameOrIpAddress\":\"vbr04.example.test\"}"
            : """
            <BackupServerSpec \(InfrastructureTests.namespace)><DnsNameOrIpAddress>vbr04.example.test\
            </DnsNameOrIpAddress></BackupServerSpec>
            """
        #expect(client.send(.put, added.href("Edit:BackupServerReference"), body: edit).status == 204)
        let edited = try client.get(added["Href"] ?? "")
        #expect(edited["Name"] == "vbr04.example.test")
        #expect(edited["Description"] == "New")

        #expect(client.send(.delete, added.href("Delete:BackupServerReference")).status == 204)
        #expect(client.send(.get, added["Href"] ?? "").status == 404)
    }

    @Test func aRemovedServerTakesItsResourcesAlong() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.generatedJobs = 400 })
        let server = try InfrastructureTests.server(&client)
        #expect(client.send(.delete, server.href("Delete:BackupServerReference")).status == 204)
        for pair in [
            "JobList", "RepositoryList", "ManagedServerList", "HierarchyRootList", "BackupJobSessionList",
            "WanAcceleratorList", "ExternalRepositoryList",
        ] {
            let page = try client.get(client.hub?.href("Down:" + pair) ?? "")
            #expect(!page.allLinks.isEmpty)
            #expect(page.allLinks.filter { $0.rel == "Up" }.allSatisfy { $0.name != "vbr01.example.test" }, "\(pair)")
        }
    }

    @Test(arguments: [false, true]) func credentialsAreCreatedEditedAndDeleted(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let server = try InfrastructureTests.server(&client)
        let before = try client.get(server.href("Down:CredentialsList")).items("CredentialsInfo").count
        let body =
            json
            ? "{\"Username\":\"EXAMPLE\\\\new\",\"Description\":\"d\",\"Password\":\"secret\"}"
            : """
            <CredentialsInfoSpec \(InfrastructureTests.namespace)><Username>EXAMPLE\\new</Username>\
            <Description>d</Description><Password>secret</Password></CredentialsInfoSpec>
            """
        let response = client.send(.post, InfrastructureTests.create("credentials", of: server), body: body)
        #expect(response.status == 201)
        let created = try Page(response)
        #expect(created["Username"] == "EXAMPLE\\new")
        #expect(created["Password"] == "")
        #expect(!created.text.contains("secret"))
        let edit =
            json
            ? "{\"Description\":\"changed\"}"
            : """
            <CredentialsInfo \(InfrastructureTests.namespace) Type="Credentials"><Id>\(created["Id"] ?? "")</Id>\
            <Description>changed</Description></CredentialsInfo>
            """
        #expect(client.send(.put, created.href("Edit:Credentials"), body: edit).status == 204)
        let list = try client.get(server.href("Down:CredentialsList")).items("CredentialsInfo")
        #expect(list.count == before + 1)
        #expect(list.last?["Description"] == "changed")
        #expect(list.last?["Username"] == "EXAMPLE\\new")
        #expect(client.send(.delete, created.href("Delete:Credentials")).status == 204)
        #expect(client.send(.get, created["Href"] ?? "").status == 404)
    }

    @Test(arguments: [false, true]) func passwordsAreCreatedEditedAndDeleted(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let server = try InfrastructureTests.server(&client)
        let root = "PasswordKeyInfoSpec"
        let body =
            json
            ? "{\"Hint\":\"h\",\"Password\":\"secret\"}"
            : "<\(root) \(InfrastructureTests.namespace)><Hint>h</Hint><Password>secret</Password></\(root)>"
        let response = client.send(.post, InfrastructureTests.create("passwords", of: server), body: body)
        #expect(response.status == 201)
        let created = try Page(response)
        #expect(created["LastModificationDate"] == "2026-01-16T06:00:00Z")
        client.now = .seconds(60)
        let edit = json ? "{\"Hint\":\"new\"}" : "<\(root) \(InfrastructureTests.namespace)><Hint>new</Hint></\(root)>"
        #expect(client.send(.put, created.href("Edit:PasswordKey"), body: edit).status == 204)
        let edited = try client.get(created["Href"] ?? "")
        #expect(edited["Hint"] == "new")
        #expect(edited["LastModificationDate"] == "2026-01-16T06:01:00Z")
        #expect(!edited.text.contains("secret"))
        #expect(client.send(.delete, created.href("Delete:PasswordKey")).status == 204)
        #expect(client.send(.get, created["Href"] ?? "").status == 404)
    }

    @Test func aSecretOfOneServerIsNotThatOfAnother() throws {
        var client = try Client.loggedOn()
        let first = try InfrastructureTests.server(&client)
        let other = try InfrastructureTests.server(&client, "vbr02.example.test")
        let own = try client.get(first.href("Down:CredentialsList")).items("CredentialsInfo").first?["Id"] ?? ""
        #expect(client.send(.get, other.href("Down:CredentialsList") + "/" + own).status == 404)
    }

    @Test func aRootAndItsManagedServerLeadToEachOther() throws {
        var client = try Client.loggedOn()
        let roots = try client.get(client.hub?.href("Down:HierarchyRootList") ?? "").items("HierarchyRoot")
        #expect(roots.map { $0["HostType"] } == ["VC", "VcdSystem", "VC", "Scvmm"])
        for root in roots {
            let server = try client.get(root.href("Related:ManagedServer"))
            #expect(server["Name"] == root["Name"])
            #expect(server["ManagedServerType"] == root["HostType"])
            #expect(server.href("Related:HierarchyRoot") == root["Href"])
            #expect(server.pairs.first == "Up:BackupServer")
        }
    }
}
