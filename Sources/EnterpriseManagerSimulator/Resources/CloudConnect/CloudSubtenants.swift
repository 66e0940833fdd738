// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudSubtenant` [tenants_id_subtenants, post_tenants_id_subtenants, put_tenants_id_subtenants_id].
enum CloudSubtenants: CloudTenantParts {
    static let type = "CloudSubtenant"
    static let segment = "subtenants"
    static let noun = "cloud subtenant"
    static func parts(of tenant: CloudTenantRecord) -> [CloudSubtenantRecord] { tenant.subtenants }
    static func id(of subtenant: CloudSubtenantRecord) -> GUID { subtenant.id }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.post, "\(CloudTenants.path)/*/\(segment)", add)
        router.on(.put, "\(CloudTenants.path)/*/\(segment)/*", update)
        router.on(.delete, "\(CloudTenants.path)/*/\(segment)/*") { (call, world) throws(Refusal) in
            let (tenant, subtenant) = try part(call, in: world)
            let ids = (tenant: tenant.id, subtenant: subtenant.id)
            return world.begin("DeleteCloudSubtenant", for: call) { _, _ in
                .done { world, _ in
                    world.cloud.tenants.update(ids.tenant) { $0.subtenants.removeAll { $0.id == ids.subtenant } }
                }
            }
        }
    }

    static func links(of subtenant: CloudSubtenantRecord, of tenant: CloudTenantRecord) -> [OfferedLink] {
        let address = one(subtenant.id, of: tenant.id)
        return [OfferedLink("Edit", type, address, name: subtenant.name), OfferedLink("Delete", nil, address)]
    }

    static func element(_ subtenant: CloudSubtenantRecord, of tenant: CloudTenantRecord, in world: World) -> Element {
        Element(
            type,
            identity(subtenant.id, of: tenant),
            attributes: [("Id", .text(subtenant.id.description))],
            content: [
                .text("Name", subtenant.name),
                .text("Description", subtenant.description),
                .text("Password", ""),
                .value("Enabled", .boolean(subtenant.isEnabled)),
                .element(
                    Element(
                        "RepositoryQuota",
                        attributes: [("Unlimited", .boolean(subtenant.isUnlimited))],
                        content: [
                            .text("DisplayName", subtenant.shareName),
                            .text("TenantResourceId", subtenant.quota.description),
                            .value("QuotaMb", .number(subtenant.share)),
                            .value("UsedQuotaMb", .number(subtenant.used)),
                        ]
                    )
                ),
            ]
        )
    }

    private static func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let tenant = try CloudTenants.record(call, in: world)
        guard tenant.kind.isStandalone else { throw Refusal(400, "\(tenant.name) is no standalone tenant") }
        let body = try CloudBody(
            call,
            root: "CloudSubtenantCreateSpec",
            members: [
                "Name", "Description", "Password", "Enabled", "TenantResourceId", "QuotaName", "QuotaMb",
                "UnlimitedQuota",
            ],
            required: ["Name", "Password", "TenantResourceId", "UnlimitedQuota"]
        )
        let name = try body.needed("Name")
        guard let quota = GUID(try body.needed("TenantResourceId")) else {
            throw Refusal(400, "TenantResourceId is no id")
        }
        let subtenant = CloudSubtenantRecord(
            id: world.generator.guid(),
            name: name,
            description: body.text("Description") ?? "",
            password: try body.needed("Password"),
            isEnabled: try body.flag("Enabled") ?? true,
            quota: quota,
            shareName: body.text("QuotaName") ?? name,
            share: try body.number("QuotaMb") ?? 0,
            isUnlimited: try body.flag("UnlimitedQuota") ?? false
        )
        return world.begin("AddCloudSubtenant", for: call) { [id = tenant.id] world, _ in
            guard let tenant = world.cloud.tenants[id] else { return .failed("Cloud tenant is not found.") }
            guard tenant.quotas.contains(where: { $0.id == quota }) else { return .failed("Resource is not found.") }
            let claim = "\(type) \(id) \(name.lowercased())"
            let isTaken = tenant.subtenants.contains { $0.name.lowercased() == name.lowercased() }
            guard !isTaken, !world.claims.contains(claim) else { return .failed("\(name) already exists.") }
            return .done(claim: claim) { world, _ in
                world.cloud.tenants.update(id) { $0.subtenants.append(subtenant) }
            }
        }
    }

    private static func update(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let (tenant, old) = try part(call, in: world)
        let body = try CloudBody(
            call,
            root: type,
            members: ["Name", "Description", "Password", "Enabled", "RepositoryQuota"]
        )
        // Tried at once, so that a bad body is refused.
        _ = try changed(old, by: body)
        return world.begin("EditCloudSubtenant", for: call) { [subtenant = old.id, id = tenant.id] world, _ in
            guard world.cloud.tenants[id]?.subtenants.contains(where: { $0.id == subtenant }) == true else {
                return .failed("Subtenant is not found.")
            }
            return .done { world, _ in
                world.cloud.tenants.update(id) { tenant in
                    tenant.subtenants = tenant.subtenants.map { old in
                        old.id == subtenant ? (try? changed(old, by: body)) ?? old : old
                    }
                }
            }
        }
    }

    /// The name can not be changed [put_tenants_id_subtenants_id]; it is sent along.
    private static func changed(
        _ old: CloudSubtenantRecord,
        by body: CloudBody
    ) throws(Refusal) -> CloudSubtenantRecord {
        var new = old
        new.description = body.text("Description") ?? old.description
        if let password = body.text("Password"), !password.isEmpty { new.password = password }
        new.isEnabled = try body.flag("Enabled") ?? old.isEnabled
        if let share = body.part("RepositoryQuota") {
            new.shareName = share.text("DisplayName") ?? old.shareName
            new.share = try share.number("QuotaMb") ?? old.share
            new.isUnlimited = try share.flag("Unlimited") ?? old.isUnlimited
        }
        return new
    }
}

extension CloudSubtenants: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource(type) { _, world in
                world.cloud.tenants.records.lazy.flatMap { tenant in
                    tenant.subtenants.map { subtenant in
                        QueryRow(values: { queryValues(of: subtenant) }) { resource(subtenant, of: tenant, in: world) }
                    }
                }
            }
        ]
    }

    /// What has another name in queries.
    private static func queryValues(of subtenant: CloudSubtenantRecord) -> [String: String] {
        [
            "disabled": String(!subtenant.isEnabled), "quota": String(subtenant.share),
            "usedquota": String(subtenant.used), "backupresourceid": subtenant.quota.description,
        ]
    }
}
