// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudTenantVCloudComputeResource`: an organization VDC of a tenant of Cloud Director
/// [cloud_tenants_id_vcloudcomputeresources_id, post_cloud_tenants_id_vcloudcomputeresources].
enum CloudTenantDataCenters: CloudTenantParts {
    static let type = "CloudTenantVCloudComputeResource"
    static let segment = "vcloudcomputeresources"
    static let noun = "cloud tenant vCloud compute resource"
    static func parts(of tenant: CloudTenantRecord) -> [CloudDataCenterRecord] { tenant.dataCenters }
    static func id(of center: CloudDataCenterRecord) -> GUID { center.id }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.post, "\(CloudTenants.path)/*/\(segment)", add)
        router.on(.delete, "\(CloudTenants.path)/*/\(segment)/*") { (call, world) throws(Refusal) in
            let (tenant, center) = try part(call, in: world)
            let ids = (tenant: tenant.id, center: center.id)
            // The name is spelt so [delete_cloud_tenants_id_vcloudcomputeresources_id].
            return world.begin("DeletevCloudTenantComputeResource", for: call) { _, _ in
                .done { world, _ in
                    world.cloud.tenants.update(ids.tenant) { $0.dataCenters.removeAll { $0.id == ids.center } }
                }
            }
        }
    }

    static func links(of center: CloudDataCenterRecord, of tenant: CloudTenantRecord) -> [OfferedLink] {
        [OfferedLink("Delete", nil, one(center.id, of: tenant.id))]
    }

    static func element(_ center: CloudDataCenterRecord, of tenant: CloudTenantRecord, in world: World) -> Element {
        element(center, of: tenant)
    }

    static func element(_ center: CloudDataCenterRecord, of tenant: CloudTenantRecord) -> Element {
        Element(
            type,
            identity(center.id, of: tenant),
            attributes: [("Id", .text(center.id.description))],
            content: [
                .text("VirtualDataCenterName", center.name),
                .text("VirtualDataCenterRef", center.reference),
                .value("Enabled", .boolean(center.isEnabled)),
                .text("AllocationModel", center.allocationModel),
                .value("UseNetworkFailoverResources", .boolean(center.usesNetworkResources)),
                .group(
                    "ResourceUsage",
                    [
                        .value("CpuUsageMhz", 0), .value("MemoryUsageMb", 0),
                        .value("StorageUsageGb", .number(center.usedStorageGigabytes)),
                    ]
                ),
                .text("WanAcceleratorUid", center.accelerator.map { UID("WanAccelerator", $0).description }),
                center.appliance.map(CloudApplianceDocument.content) ?? .absent("NetworkAppliance"),
            ]
        )
    }

    static let members = [
        "VirtualDataCenterRef", "UseNetworkFailoverResources", "NetworkAppliance", "WanAcceleratorUid",
    ]

    /// The VDC of a specification; its id ends the reference, its name is known to Cloud Director only.
    static func center(in body: CloudBody, _ world: inout World) throws(Refusal) -> CloudDataCenterRecord {
        let reference = try body.needed("VirtualDataCenterRef")
        guard reference.lowercased().hasPrefix("urn:vcloud:orgvdc:"), let id = GUID(String(reference.suffix(36)))
        else { throw Refusal(400, "\(reference) is no reference to an organization VDC") }
        guard let usesNetwork = try body.flag("UseNetworkFailoverResources") else {
            throw Refusal(400, "UseNetworkFailoverResources is missing")
        }
        return CloudDataCenterRecord(
            id: id,
            name: "vdc-\(reference.suffix(4))",
            reference: reference,
            usesNetworkResources: usesNetwork,
            accelerator: try body.uid("WanAcceleratorUid", of: "WanAccelerator"),
            appliance: try CloudApplianceDocument.appliance(in: body)
        )
    }

    private static func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let tenant = try CloudTenants.record(call, in: world)
        guard tenant.kind.isOrganization else { throw Refusal(400, "\(tenant.name) is no tenant of Cloud Director") }
        let body = try CloudBody(call, root: "CloudTenantVCloudComputeResourceCreateSpec", members: members)
        let center = try center(in: body, &world)
        return world.begin("CreateCloudTenantVCloudComputeResource", for: call) { [id = tenant.id] world, _ in
            let claim = "\(type) \(id) \(center.id)"
            let isThere = world.cloud.tenants[id]?.dataCenters.contains { $0.id == center.id } ?? false
            guard !isThere, !world.claims.contains(claim) else { return .failed("\(center.name) already exists.") }
            return .done(claim: claim) { world, _ in
                world.cloud.tenants.update(id) { $0.dataCenters.append(center) }
            }
        }
    }
}
