// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What POST, PUT and DELETE do to the configurations of organizations
/// [post_vcloud_orgconfigs, put_vcloud_orgconfigs_id, delete_vcloud_orgconfigs_id].
extension OrganizationConfigs {
    static func registerChanges(in router: inout Router) {
        router.on(.post, path, create)
        router.on(.put, path + "/*", edit)
        for (action, isDisabled) in [("disable", true), ("enable", false)] {
            router.on(.post, path + "/*", action: action) { (call, world) throws(Refusal) in
                let record = try record(call, in: world)
                guard record.isForOthers else {
                    throw Refusal(400, "Only the configuration of other organizations can be \(action)d so")
                }
                return world.begin("EditOtherOrganizationConfig", for: call) { _, _ in
                    .done { world, _ in world.portal.organizations.update(record.id) { $0.isDisabled = isDisabled } }
                }
            }
        }
        let options = ["deleteJobs", "deleteBackupFiles"]
        router.on(.delete, path + "/*", options: options) { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            // Which jobs and files belong to an organization cannot be seen through the API, so nothing else goes.
            for option in options {
                if let text = call.query[option], !["true", "false"].contains(text.lowercased()) {
                    throw Refusal(400, "\(option) \(text) is neither true nor false")
                }
            }
            return world.begin("DeleteVCloudOrganizationConfig", for: call) { _, _ in
                .done { world, _ in world.portal.organizations.remove(id) }
            }
        }
    }

    private static func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let document = try call.document()
        let members = [
            "OrganizationName", "BackupServerUid", "RepositoryUid", "QuotaGb", "TemplateJobUid", "JobSchedulerType",
            "HighPriorityJob", "HostUid", "RepositoryFriendlyName",
        ]
        try document.check(
            call.format,
            root: "VCloudOrganizationConfigCreateSpec",
            orders: [members],
            required: members.filter { $0 != "TemplateJobUid" && $0 != "HighPriorityJob" }
        )
        let body = PortalBody(node: document)
        guard let name = body.text("OrganizationName"),
            let server = try body.id("BackupServerUid", of: "BackupServer"),
            let repository = try body.id("RepositoryUid", of: "Repository"),
            let quota = try body.number("QuotaGb"),
            let host = try body.id("HostUid", of: "ManagedServer"),
            let repositoryName = body.text("RepositoryFriendlyName")
        else { throw Refusal(400, "A member of VCloudOrganizationConfigCreateSpec is empty") }
        var jobs = SelfServiceJobs()
        try SelfServiceSettings.changeCommon(&jobs, by: body)
        let record = OrganizationConfigRecord(
            id: world.generator.guid(),
            name: name,
            server: server,
            repository: repository,
            quota: quota,
            jobs: jobs,
            host: host,
            repositoryName: repositoryName
        )
        try check(record, in: world)
        return world.begin("CreateVCloudOrganizationConfig", for: call) { world, _ in
            let claim = "organization \(name.lowercased())"
            let isKnown = world.portal.organizations.records.contains { $0.name.lowercased() == name.lowercased() }
            if isKnown || world.claims.contains(claim) {
                return .failed("Organization \"\(name)\" is configured already.")
            }
            return .done(links: [related(record)], claim: claim) { world, _ in world.portal.organizations.add(record) }
        }
    }

    /// Takes the members that are there; the table wants all of them, other authors send fewer.
    private static func edit(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        var record = try record(call, in: world)
        let document = try call.document()
        let identity = ["Name", "UID", "Links", "Href", "Type"]
        let head = ["Links", "BackupServerUid", "RepositoryUid", "QuotaGb"]
        let tail = ["UsedQuotaMb", "HostUid", "RepositoryFriendlyName"]
        try document.check(
            call.format,
            root: "VCloudOrganizationConfig",
            orders: [
                head + ["IsDisabled", "JobSettings"] + tail + (call.format == .json ? identity : []),
                head + ["JobSettings", "IsDisabled"] + tail,
            ],
            required: []
        )
        let body = PortalBody(node: document)
        record.server = try body.id("BackupServerUid", of: "BackupServer") ?? record.server
        record.repository = try body.id("RepositoryUid", of: "Repository") ?? record.repository
        record.quota = try body.number("QuotaGb") ?? record.quota
        record.isDisabled = try body.flag("IsDisabled") ?? record.isDisabled
        record.host = try body.id("HostUid", of: "ManagedServer") ?? record.host
        record.repositoryName = body.text("RepositoryFriendlyName") ?? record.repositoryName
        try SelfServiceSettings.change(&record.jobs, by: document["JobSettings"])
        try check(record, in: world)
        return world.begin("EditVCloudOrganizationConfig", for: call) { [record] _, _ in
            .done(links: [related(record)]) { world, _ in
                world.portal.organizations.update(record.id) { $0 = record }
            }
        }
    }

    private static func related(_ record: OrganizationConfigRecord) -> OfferedLink {
        OfferedLink("Related", "VCloudOrganizationConfigReference", one(record.id), name: record.name)
    }
}
