// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudTenantResource`: a quota on a repository [tenants_id_resources_id, post_tenants_id_resources].
enum CloudTenantQuotas: CloudTenantParts {
    static let type = "CloudTenantResource"
    static let segment = "resources"
    static let noun = "cloud tenant resource"
    static func parts(of tenant: CloudTenantRecord) -> [CloudQuotaRecord] { tenant.quotas }
    static func id(of quota: CloudQuotaRecord) -> GUID { quota.id }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.post, "\(CloudTenants.path)/*/\(segment)", add)
        router.on(.delete, "\(CloudTenants.path)/*/\(segment)/*") { (call, world) throws(Refusal) in
            let (tenant, quota) = try part(call, in: world)
            return world.begin("DeleteCloudTenantResource", for: call) { [id = tenant.id, quota = quota.id] world, _ in
                // Shares of it keep it (inferred).
                if let user = world.cloud.tenants[id]?.subtenants.first(where: { $0.quota == quota }) {
                    return .failed("The resource is used by subtenant \(user.name).")
                }
                return .done { world, _ in
                    world.cloud.tenants.update(id) { $0.quotas.removeAll { $0.id == quota } }
                }
            }
        }
    }

    static func links(of quota: CloudQuotaRecord, of tenant: CloudTenantRecord) -> [OfferedLink] {
        [OfferedLink("Delete", type, one(quota.id, of: tenant.id), name: quota.name)]
    }

    static func element(_ quota: CloudQuotaRecord, of tenant: CloudTenantRecord, in world: World) -> Element {
        element(quota, of: tenant)
    }

    static func element(_ quota: CloudQuotaRecord, of tenant: CloudTenantRecord) -> Element {
        Element(
            type,
            identity(quota.id, of: tenant),
            attributes: [("Id", .text(quota.id.description))],
            content: [
                .group(
                    "RepositoryQuota",
                    [
                        .text("DisplayName", quota.name),
                        .text("RepositoryUid", UID("Repository", quota.repository).description),
                        .text("WanAcceleratorUid", quota.accelerator.map { UID("WanAccelerator", $0).description }),
                        .value("Quota", .number(quota.quota)),
                        .value("UsedQuota", .number(quota.used)),
                    ]
                )
            ]
        )
    }

    static let members = ["Name", "RepositoryUid", "QuotaMb", "WanAcceleratorUid", "Folder"]

    /// The quota of a specification.
    static func quota(in body: CloudBody, _ world: inout World) throws(Refusal) -> CloudQuotaRecord {
        let name = try body.needed("Name")
        guard let repository = try body.uid("RepositoryUid", of: "Repository"), let quota = try body.number("QuotaMb")
        else { throw Refusal(400, "RepositoryUid or QuotaMb is missing") }
        return CloudQuotaRecord(
            id: world.generator.guid(),
            name: name,
            repository: repository,
            accelerator: try body.uid("WanAcceleratorUid", of: "WanAccelerator"),
            quota: quota
        )
    }

    private static func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let tenant = try CloudTenants.record(call, in: world)
        let required = ["Name", "RepositoryUid", "QuotaMb"]
        let body = try CloudBody(call, root: "CreateCloudTenantResourceSpec", members: members, required: required)
        let quota = try quota(in: body, &world)
        return world.begin("CreateCloudTenantResource", for: call) { [id = tenant.id] world, _ in
            guard let tenant = world.cloud.tenants[id] else { return .failed("Cloud tenant is not found.") }
            if let obstacle = obstacle(to: quota, of: tenant, in: world) { return .failed(obstacle) }
            // The name is that of the tenant [post_tenants_id_resources].
            let related = OfferedLink("Related", type, one(quota.id, of: id), name: tenant.name)
            return .done(links: [related], claim: claim(quota, of: id)) { world, _ in
                world.cloud.tenants.update(id) { $0.quotas.append(quota) }
            }
        }
    }

    /// Why a tenant can not have a quota.
    static func obstacle(to quota: CloudQuotaRecord, of tenant: CloudTenantRecord, in world: World) -> String? {
        guard let repository = world.repository(quota.repository), repository.server == tenant.server else {
            return "Repository is not found."
        }
        let isTaken = tenant.quotas.contains { $0.name.lowercased() == quota.name.lowercased() }
        let isClaimed = world.claims.contains(claim(quota, of: tenant.id))
        return isTaken || isClaimed ? "\(quota.name) already exists." : nil
    }

    private static func claim(_ quota: CloudQuotaRecord, of tenant: GUID) -> String {
        "\(type) \(tenant) \(quota.name.lowercased())"
    }
}
