// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct SelfServiceTests {
    private func organization(_ client: inout Client, _ name: String) throws -> Page {
        try client.configuration("VCloudOrganizationConfig", of: "VCloudService", name)
    }

    private func user(_ client: inout Client, _ name: String) throws -> Page {
        try client.configuration("VSphereSelfServiceConfig", of: "VSphereSelfService", name)
    }

    @Test(arguments: [false, true]) func anOrganizationIsAddedChangedAndRemoved(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let model = try organization(&client, "Research")
        let (server, repository, host) = (
            model["BackupServerUid"] ?? "", model["RepositoryUid"] ?? "", model["HostUid"] ?? ""
        )
        let job = try client.job("Nightly")["UID"] ?? ""
        let spec = client.body(
            "VCloudOrganizationConfigCreateSpec",
            xml: """
                <OrganizationName>Finance</OrganizationName><BackupServerUid>\(server)</BackupServerUid>
                <RepositoryUid>\(repository)</RepositoryUid><QuotaGb>300</QuotaGb>
                <TemplateJobUid>\(job)</TemplateJobUid><JobSchedulerType>Random</JobSchedulerType>
                <HighPriorityJob>true</HighPriorityJob><HostUid>\(host)</HostUid>
                <RepositoryFriendlyName>Vault</RepositoryFriendlyName>
                """,
            json: """
                {"OrganizationName": "Finance", "BackupServerUid": "\(server)", "RepositoryUid": "\(repository)",
                 "QuotaGb": 300, "RepositoryFriendlyName": "Vault", "TemplateJobUid": "\(job)",
                 "JobSchedulerType": "Random", "HighPriorityJob": true, "HostUid": "\(host)"}
                """
        )
        let create = try client.get(client.hub?.href("Down:VCloudService") ?? "").href("Create")
        let task = try client.post(create, spec)
        #expect(task.status == 202)
        #expect(task["Operation"] == "CreateVCloudOrganizationConfig")
        let end = try client.finish(task)
        let reference = try client.get(end.href("Related:VCloudOrganizationConfigReference"))
        #expect(reference["Name"] == "Finance")
        var finance = try client.get(reference.href("Alternate:VCloudOrganizationConfig"))
        #expect(finance["QuotaGb"] == "300")
        #expect(finance.child("JobSettings")?["TemplateJobUid"] == job)
        #expect(finance.child("JobSettings")?["JobSchedulerType"] == "Random")
        #expect(!finance.pairs.contains("Disable"))
        #expect(try client.finish(try client.post(create, spec)).child("Result")?["Success"] == "false")

        let change = client.body(
            "VCloudOrganizationConfig",
            xml: "<QuotaGb>400</QuotaGb><JobSettings><CustomSettings>true</CustomSettings>"
                + "<JobSchedulerType>Partial</JobSchedulerType></JobSettings><IsDisabled>true</IsDisabled>",
            json: """
                {"QuotaGb": 400, "IsDisabled": true, "Links": null, "Name": "Finance",
                 "JobSettings": {"DefaultSettings": null, "CustomSettings": true, "JobSchedulerType": "Partial"}}
                """
        )
        let edit = finance.href("Edit:VCloudOrganizationConfigReference")
        let edited = try Page(client.send(.put, edit, body: change))
        #expect(edited["Operation"] == "EditVCloudOrganizationConfig")
        #expect(try client.finish(edited).pairs.contains("Related:VCloudOrganizationConfigReference"))
        finance = try client.get(finance["Href"] ?? "")
        #expect(
            [finance["QuotaGb"], finance["IsDisabled"], finance["RepositoryFriendlyName"]] == ["400", "true", "Vault"]
        )
        #expect(finance.child("JobSettings")?["CustomSettings"] == "true")
        #expect(finance.child("JobSettings")?["HighPriorityJob"] == "true")

        let delete = finance.href("Delete")
        #expect(client.send(.delete, delete + "?deleteJobs=perhaps").status == 400)
        let removal = try client.delete(delete + "?deleteJobs=false&deleteBackupFiles=false")
        #expect(removal["Operation"] == "DeleteVCloudOrganizationConfig")
        _ = try client.finish(removal)
        #expect(client.send(.get, finance["Href"] ?? "").status == 404)
    }

    @Test(arguments: [false, true]) func otherOrganizationsCanBeDisabledAndEnabled(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let others = try organization(&client, "Other organizations")
        let task = try client.post(others.href("Disable"))
        #expect(task.status == 202)
        #expect(task["Operation"] == "EditOtherOrganizationConfig")
        _ = try client.finish(task)
        let disabled = try client.get(others["Href"] ?? "")
        #expect(disabled["IsDisabled"] == "true")
        #expect(!disabled.pairs.contains("Disable"))
        let back = try client.post(disabled.href("Enable"))
        #expect(back["Operation"] == "EditOtherOrganizationConfig")
        _ = try client.finish(back)
        let enabled = try client.get(others["Href"] ?? "")
        #expect(enabled["IsDisabled"] == "false")
        #expect(enabled.pairs == others.pairs)
        let research = try organization(&client, "Research")["Href"] ?? ""
        #expect(client.send(.post, research.prefix { $0 != "?" } + "?action=disable").status == 400)
    }

    @Test(arguments: [false, true]) func aUserIsAddedChangedAndRemoved(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let repository = try client.repository("Branch Vol")
        let vCenter = "urn:veeam:ManagedServer:8c4b6d2e-3f5a-4a7b-b1c9-0e2d4f6a8b13"
        let spec = client.body(
            "VSphereSelfServiceCreateSpec",
            xml: """
                <AccountName>EXAMPLE\\lab</AccountName><RepositoryUid>\(repository)</RepositoryUid>
                <QuotaGb>50</QuotaGb><PerUser>true</PerUser><VCentersScope><VCenterUid>\(vCenter)</VCenterUid>
                </VCentersScope><Tags><Tag>Lab</Tag><Tag>Test</Tag></Tags>
                """,
            json: """
                {"AccountName": "EXAMPLE\\\\lab", "RepositoryUid": "\(repository)", "QuotaGb": 50, "PerUser": true,
                 "VCentersScopes": ["\(vCenter)"], "Tags": ["Lab", "Test"]}
                """
        )
        let create = try client.get(client.hub?.href("Down:VSphereSelfService") ?? "").href("Create")
        let task = try client.post(create, spec)
        #expect(task.status == 202)
        #expect(task["Operation"] == "CreateVSphereSelfServiceConfig")
        let reference = try client.get(try client.finish(task).href("Related:VSphereSelfServiceConfigReference"))
        let lab = try client.get(reference.href("Alternate:VSphereSelfServiceConfig"))
        #expect(lab["RepositoryUid"] == repository)
        #expect(lab.child("Account")?["AccountName"] == "EXAMPLE\\lab")
        #expect(try lists(client, lab) == [[vCenter], ["Lab", "Test"]])

        let change = client.body(
            "VSphereSelfServiceConfig",
            xml: "<QuotaGb>60</QuotaGb><JobSettings><DefaultSettings>false</DefaultSettings>"
                + "<HighPriorityJob>true</HighPriorityJob></JobSettings><Tags><Tag>Lab</Tag></Tags>",
            json: """
                {"QuotaGb": 60, "JobSettings": {"DefaultSettings": false, "HighPriorityJob": true}, "Tags": ["Lab"]}
                """
        )
        let edited = try Page(client.send(.put, lab.href("Edit:VSphereSelfServiceConfigReference"), body: change))
        #expect(edited["Operation"] == "EditVSphereOrganizationConfig")
        let related = try client.finish(edited).href("Related:VSphereOrganizationConfigReference")
        #expect(try client.get(related)["UID"] == lab["UID"])
        let after = try client.get(lab["Href"] ?? "")
        #expect(after["QuotaGb"] == "60")
        #expect(after["PerUser"] == "true")
        #expect(after.child("JobSettings")?["DefaultSettings"] == "false")
        #expect(try lists(client, after) == [[vCenter], ["Lab"]])

        let removal = try client.delete(after.href("Delete"))
        #expect(removal["Operation"] == "DeleteVSphereConfigs")
        _ = try client.finish(removal)
        #expect(client.send(.get, lab["Href"] ?? "").status == 404)
    }

    /// The two lists of a configuration, which have a wrapper in XML only.
    private func lists(_ client: Client, _ page: Page) throws -> [[String]] {
        let names = client.isJSON ? ["VCentersScopes", "Tags"] : ["VCentersScope", "Tags"]
        return names.map { name in
            client.isJSON
                ? page.node.children.filter { $0.name == name }.map(\.text)
                : page.node[name]?.children.map(\.text) ?? []
        }
    }

    @Test(arguments: [false, true]) func theSettingsOfJobsLeadUpwards(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let sales = try organization(&client, "Sales")
        let settings = try client.get(sales.href("Down:VCloudOrganizationConfigBackupJobSettings"))
        #expect(settings["UseDefaultJobSettings"] == "false")
        #expect(settings.href("Up:VCloudOrganizationConfig") == sales["Href"])
        #expect(settings.pairs.contains("Up:BackupServerReference"))

        let group = try user(&client, "EXAMPLE\\Developers")
        let others = try client.get(group.href("Down:VSphereSelfServiceConfigJobSettings"))
        #expect(others["Type"] == "VCloudOrganizationConfigBackupJobSettings")
        #expect(others["UseDefaultJobSettings"] == "true")
        #expect(others.href("Up:VCloudOrganizationConfig") == group["Href"])
        let months = others.child("AdvancedSettings", "MaintenanceSettings", "BackupFilesHealthCheck", "OptionsMonthly")
        #expect(months?.items("Months").count == 12)
    }

    @Test(arguments: [
        ("<QuotaGb>many</QuotaGb>", "QuotaGb many is not a number"),
        ("<RepositoryUid>urn:veeam:Job:8c4b6d2e-3f5a-4a7b-b1c9-0e2d4f6a8b13</RepositoryUid>", "UID of a Repository"),
        ("<RepositoryUid>urn:veeam:Repository:8c4b6d2e-3f5a-4a7b-b1c9-0e2d4f6a8b13</RepositoryUid>", "Cannot find"),
        ("<JobSettings><JobSchedulerType>Daily</JobSchedulerType></JobSettings>", "is none of Full"),
        ("<HostUid/><QuotaGb>1</QuotaGb>", "out of order"),
        ("<Colour>blue</Colour>", "Colour is not expected"),
    ])
    func aWrongChangeIsRefused(xml: String, message: String) throws {
        var client = try Client.loggedOn()
        let research = try organization(&client, "Research")
        let body = client.body("VCloudOrganizationConfig", xml: xml, json: "")
        let answer = try Page(client.send(.put, research.href("Edit:VCloudOrganizationConfigReference"), body: body))
        #expect([400, 404].contains(answer.status))
        #expect(answer["Message"]?.contains(message) == true, "\(answer["Message"] ?? "")")
    }
}
