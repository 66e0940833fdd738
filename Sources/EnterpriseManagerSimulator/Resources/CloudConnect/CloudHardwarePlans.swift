// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudHardwarePlan` [hardwareplans_id, post_hardwareplans, put_hardwareplans_id].
enum CloudHardwarePlans: CloudResources {
    static let type = "CloudHardwarePlan"
    static let path = "cloud/hardwarePlans"
    static let noun = "hardware plan"
    static var table: WritableKeyPath<CloudBook, Table<CloudHardwarePlanRecord>> { \.hardwarePlans }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        // The link is typed as a reference, the answer is a list of entities [get_hardwareplans_id_tenants].
        router.on(.get, path + "/*/tenants") { (call, world) throws(Refusal) in
            let plan = try record(call, in: world).id
            let tenants = tenants(of: plan, in: world)
            let entities = tenants.map { CloudTenants.entity($0, at: call.now, in: world) }
            return .ok(.list(CloudTenants.plural, of: CloudTenants.type, entities))
        }
        router.on(.post, path, create)
        router.on(.put, path + "/*", update)
        router.on(.delete, path + "/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            // A plan that is used stays (inferred).
            return remove(
                "DeleteCloudHardwarePlan",
                id,
                for: call,
                in: &world,
                unless: { world in
                    tenants(of: id, in: world).first.map { "The hardware plan is used by tenant \($0.name)." }
                }
            )
        }
    }

    static func links(of plan: CloudHardwarePlanRecord, in world: World) -> [OfferedLink] {
        let tenants = Address("\(path)/\(plan.id)/tenants")
        return [
            OfferedLink("Down", "CloudTenantReference", tenants, name: plan.name), edit(plan),
            delete(plan, type: type),
        ]
    }

    static func content(of plan: CloudHardwarePlanRecord, at now: Duration, in world: World) -> [Content] {
        [
            .text("Description", plan.description),
            .value("ProcessorUsageLimitMhz", .number(plan.processorMegahertz)),
            .value("MemoryUsageLimitMb", .number(plan.memoryMegabytes)),
            .group("HardwarePlanDetails", CloudHardwarePlanDetails.content(of: plan)),
        ]
    }

    static func queryValues(of plan: CloudHardwarePlanRecord, in world: World) -> [String: String] {
        ["platform": plan.platform]
    }

    private static func tenants(of plan: GUID, in world: World) -> [CloudTenantRecord] {
        world.cloud.tenants.records.filter { $0.computeResources.contains { $0.plan == plan } }
    }

    private static func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let required = [
            "BackupServerUid", "Name", "ProcessorUsageLimitMhz", "MemoryUsageLimitMb", "HardwarePlanDetails",
        ]
        let body = try CloudBody(
            call,
            root: "CloudHardwarePlanCreateSpec",
            members: required.prefix(2) + ["Description"] + required.dropFirst(2),
            required: required
        )
        let server = try body.server(in: world)
        var plan = CloudHardwarePlanRecord(
            id: world.generator.guid(),
            name: try body.needed("Name"),
            server: server ?? GUID(high: 0, low: 0),
            description: body.text("Description") ?? "",
            processorMegahertz: try body.number("ProcessorUsageLimitMhz") ?? 0,
            memoryMegabytes: try body.number("MemoryUsageLimitMb") ?? 0,
            host: "",
            storages: []
        )
        try CloudHardwarePlanDetails.apply(body, to: &plan, &world.generator)
        return world.begin("CreateCloudHardwarePlan", for: call) { [plan] world, _ in
            if let obstacle = obstacle(toName: plan.name, on: server, in: world) { return .failed(obstacle) }
            // The example links to a gateway, of all things; what is new is a plan, so the type is that of the plan.
            let related = OfferedLink("Related", type, one(plan.id).entity, name: plan.name)
            return .done(links: [related], claim: claim(plan.name, on: plan.server)) { world, _ in
                world.cloud.hardwarePlans.add(plan)
            }
        }
    }

    private static func update(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let plan = try record(call, in: world)
        let members = ["Description", "ProcessorUsageLimitMhz", "MemoryUsageLimitMb", "HardwarePlanDetails"]
        let body = try CloudBody(call, root: type, members: members)
        let seed = world.generator.next()
        return try change("EditCloudHardwarePlan", plan, for: call, in: &world) { (new) throws(Refusal) in
            new.description = body.text("Description") ?? new.description
            new.processorMegahertz = try body.number("ProcessorUsageLimitMhz") ?? new.processorMegahertz
            new.memoryMegabytes = try body.number("MemoryUsageLimitMb") ?? new.memoryMegabytes
            guard body.part("HardwarePlanDetails") != nil else { return }
            var generator = SeededGenerator(seed: seed)
            try CloudHardwarePlanDetails.apply(body, to: &new, &generator)
        }
    }
}
