// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What POST, PUT and DELETE do to the configurations of users [post_selfservice_vsphere_configs,
/// put_selfservice_vsphere_configs_id, delete_selfservice_vsphere_configs_id].
extension SelfServiceConfigs {
    static func registerChanges(in router: inout Router) {
        router.on(.post, path, create)
        router.on(.put, path + "/*", edit)
        router.on(.delete, path + "/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return world.begin("DeleteVSphereConfigs", for: call) { _, _ in
                .done { world, _ in world.portal.selfService.remove(id) }
            }
        }
    }

    private static func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let document = try call.document()
        try document.check(
            call.format,
            root: "VSphereSelfServiceCreateSpec",
            orders: [
                [
                    "AccountName", "AccountType", "RepositoryUid", "QuotaGb", "PerUser", "TemplateJobUid",
                    "TemplateMode", "JobSchedulerType", "HighPriorityJob", "VCentersScope", "Tags",
                ] + jsonLists(call)
            ],
            required: ["AccountName", "RepositoryUid", "QuotaGb"]
        )
        let body = PortalBody(node: document)
        guard let name = body.text("AccountName"),
            let repository = try body.id("RepositoryUid", of: "Repository"),
            let quota = try body.number("QuotaGb")
        else { throw Refusal(400, "A member of VSphereSelfServiceCreateSpec is empty") }
        guard let server = world.repository(repository)?.server else {
            throw Refusal.missing("repository", repository)
        }
        var record = SelfServiceConfigRecord(
            id: world.generator.guid(),
            name: name,
            sid: nil,
            accountType: try body.word("AccountType", of: ["User", "Group"]) ?? "User",
            server: server,
            repository: repository,
            quota: quota
        )
        record.isPerUser = try body.flag("PerUser") ?? false
        try SelfServiceSettings.changeCommon(&record.jobs, by: body)
        try changeLists(of: &record, by: body)
        try check(record, in: world)
        return world.begin("CreateVSphereSelfServiceConfig", for: call) { [record] world, _ in
            let claim = "self-service \(name.lowercased())"
            let isKnown = world.portal.selfService.records.contains { $0.name.lowercased() == name.lowercased() }
            if isKnown || world.claims.contains(claim) {
                return .failed("Account \"\(name)\" is configured already.")
            }
            let related = OfferedLink("Related", "VSphereSelfServiceConfigReference", one(record.id), name: name)
            return .done(links: [related], claim: claim) { world, _ in world.portal.selfService.add(record) }
        }
    }

    /// Takes the members that can be changed; those of the account and its backup server cannot.
    private static func edit(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        var record = try record(call, in: world)
        let document = try call.document()
        try document.check(
            call.format,
            root: "VSphereSelfServiceConfig",
            orders: [
                [
                    "Links", "BackupServerUid", "RepositoryUid", "QuotaGb", "PerUser", "Account", "JobSettings",
                    "VCentersScope", "Tags", "UsedQuotaMb",
                ] + jsonLists(call)
            ],
            required: []
        )
        let body = PortalBody(node: document)
        record.repository = try body.id("RepositoryUid", of: "Repository") ?? record.repository
        record.quota = try body.number("QuotaGb") ?? record.quota
        record.isPerUser = try body.flag("PerUser") ?? record.isPerUser
        try SelfServiceSettings.change(&record.jobs, by: document["JobSettings"])
        try changeLists(of: &record, by: body)
        try check(record, in: world)
        return world.begin("EditVSphereOrganizationConfig", for: call) { [record] _, _ in
            // The name of the link's type is the vendor's; its href, printed below /vCloud, leads to what was edited.
            let related = OfferedLink(
                "Related",
                "VSphereOrganizationConfigReference",
                one(record.id),
                name: record.name
            )
            return .done(links: [related]) { world, _ in
                world.portal.selfService.update(record.id) { $0 = record }
            }
        }
    }

    /// Names that only JSON bodies have.
    private static func jsonLists(_ call: Call) -> [String] {
        call.format == .json ? ["VCentersScopes", "Name", "UID", "Href", "Type"] : []
    }

    private static func changeLists(of record: inout SelfServiceConfigRecord, by body: PortalBody) throws(Refusal) {
        if let texts = body.texts("VCentersScope") {
            var vCenters: [GUID] = []
            for text in texts { vCenters.append(try PortalBody.id(in: text, of: "ManagedServer", "VCenterUid")) }
            record.vCenters = vCenters
        }
        record.tags = body.texts("Tags") ?? record.tags
    }
}
