// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudTenantComputeResource`: a hardware plan that a tenant has
/// [tenants_id_computeresources, post_tenants_id_computeresources].
enum CloudTenantComputeResources: CloudTenantParts {
    static let type = "CloudTenantComputeResource"
    static let segment = "computeResources"
    static let noun = "cloud tenant compute resource"
    static func parts(of tenant: CloudTenantRecord) -> [CloudComputeRecord] { tenant.computeResources }
    static func id(of compute: CloudComputeRecord) -> GUID { compute.id }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.post, "\(CloudTenants.path)/*/\(segment)", add)
        router.on(.delete, "\(CloudTenants.path)/*/\(segment)/*") { (call, world) throws(Refusal) in
            let (tenant, compute) = try part(call, in: world)
            let ids = (tenant: tenant.id, compute: compute.id)
            return world.begin("DeleteCloudTenantComputeResource", for: call) { _, _ in
                .done { world, _ in
                    world.cloud.tenants.update(ids.tenant) { $0.computeResources.removeAll { $0.id == ids.compute } }
                }
            }
        }
    }

    /// The type is that of quotas, the name is empty [tenants_id_computeresources].
    static func links(of compute: CloudComputeRecord, of tenant: CloudTenantRecord) -> [OfferedLink] {
        [OfferedLink("Delete", "CloudTenantResource", one(compute.id, of: tenant.id), name: "")]
    }

    static func element(_ compute: CloudComputeRecord, of tenant: CloudTenantRecord, in world: World) -> Element {
        let plan = world.cloud.hardwarePlans[compute.plan]
        let storages = (plan?.storages ?? []).enumerated().map { index, storage in
            Element(
                "StorageResourceStat",
                content: [
                    .text("StorageName", storage.name),
                    .value("StorageUsageGb", .number(index == 0 ? compute.usedStorageGigabytes : 0)),
                    .value("StorageLimitGb", .number(storage.quotaGigabytes)),
                ]
            )
        }
        return Element(
            type,
            identity(compute.id, of: tenant),
            attributes: [("Id", .text(compute.id.description))],
            content: [
                .text("CloudHardwarePlanUid", CloudHardwarePlans.uid(compute.plan).description),
                .text("WanAcceleratorUid", compute.accelerator.map { UID("WanAccelerator", $0).description }),
                .text("PlatformType", plan?.platform ?? "VMware"),
                .value("UseNetworkFailoverResources", .boolean(compute.usesNetworkResources)),
                CloudApplianceDocument.content(compute.appliance),
                .group(
                    "ComputeResourceStats",
                    [
                        .value("MemoryUsageMb", .number(compute.usedMemoryMegabytes)),
                        .value("CPUCount", .number(compute.usedProcessors)),
                        .group("StorageResourceStats", [.items(of: "StorageResourceStat", storages)]),
                    ]
                ),
            ]
        )
    }

    static let members = [
        "CloudHardwarePlanUid", "WanAcceleratorUid", "PlatformType", "UseNetworkFailoverResources", "NetworkAppliance",
    ]

    /// The compute resource of a specification; who asks for no appliance gets one (inferred: answers demand one).
    static func compute(in body: CloudBody, of tenant: String, _ world: inout World) throws(Refusal)
        -> CloudComputeRecord
    {
        guard let plan = try body.uid("CloudHardwarePlanUid", of: CloudHardwarePlans.type),
            let usesNetwork = try body.flag("UseNetworkFailoverResources"),
            try body.word("PlatformType", of: ["VMware", "HyperV"]) != nil
        else { throw Refusal(400, "CloudHardwarePlanUid, PlatformType or UseNetworkFailoverResources is missing") }
        let appliance = CloudNetworkAppliance(name: "Appliance \(tenant)", network: "VM Network")
        return CloudComputeRecord(
            id: world.generator.guid(),
            plan: plan,
            accelerator: try body.uid("WanAcceleratorUid", of: "WanAccelerator"),
            usesNetworkResources: usesNetwork,
            appliance: try CloudApplianceDocument.appliance(in: body) ?? appliance
        )
    }

    private static func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let tenant = try CloudTenants.record(call, in: world)
        guard tenant.kind.isStandalone else { throw Refusal(400, "\(tenant.name) is no standalone tenant") }
        let body = try CloudBody(call, root: "CloudTenantComputeResourceCreateSpec", members: members)
        let compute = try compute(in: body, of: tenant.name, &world)
        return world.begin("CreateCloudTenantResource", for: call) { [id = tenant.id] world, _ in
            if let obstacle = obstacle(to: compute, in: world) { return .failed(obstacle) }
            return .done { world, _ in world.cloud.tenants.update(id) { $0.computeResources.append(compute) } }
        }
    }

    static func obstacle(to compute: CloudComputeRecord, in world: World) -> String? {
        world.cloud.hardwarePlans[compute.plan] == nil ? "Hardware plan is not found." : nil
    }
}
