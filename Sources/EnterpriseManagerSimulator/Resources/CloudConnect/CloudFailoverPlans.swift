// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudFailoverPlan`, and `CloudFailoveredVm`, the machines of one
/// [cloudfailoverplans_id, cloudfailoverplans_id_includes, put_cloudfailoverplans_id].
enum CloudFailoverPlans: CloudResources {
    static let type = "CloudFailoverPlan"
    static let path = "cloud/cloudFailoverPlans"
    static let noun = "cloud failover plan"
    static var table: WritableKeyPath<CloudBook, Table<CloudFailoverPlanRecord>> { \.failoverPlans }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.get, path + "/*/includes") { (call, world) throws(Refusal) in
            let plan = try record(call, in: world)
            return .ok(.list("CloudFailoveredVms", of: "CloudFailoveredVm", machines(of: plan, "CloudFailoveredVm")))
        }
        router.on(.get, path + "/*/includes/*") { (call, world) throws(Refusal) in
            let plan = try record(call, in: world)
            let id = try call.id(1, type: "CloudFailoveredVm")
            let all = zip(plan.machines, machines(of: plan, "CloudFailoveredVm"))
            guard let found = all.first(where: { $0.0.id == id }) else { throw Refusal.missing("machine", id) }
            return .ok(found.1)
        }
        router.on(.put, path + "/*", update)
        router.on(.delete, path + "/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return remove("DeleteCloudFailoverPlan", id, for: call, in: &world)
        }
    }

    static func links(of plan: CloudFailoverPlanRecord, in world: World) -> [OfferedLink] {
        [edit(plan)] + CloudFailoverActions.links(of: plan.id) + [delete(plan, type: type + "Reference")]
    }

    static func referenceLinks(of plan: CloudFailoverPlanRecord, in world: World) -> [OfferedLink] {
        let tenant = world.cloud.tenants[plan.owner]?.name
        return [OfferedLink("Related", "CloudTenant", CloudTenants.one(plan.owner).entity, name: tenant)]
    }

    /// In lists the references have the type of those of other failover plans [cloudfailoverplans]; a link to one of
    /// them does not.
    static func element(of reference: Reference, named name: String) -> Element {
        var element = reference.element(name)
        if name == "Ref" { element.identity?.type = "FailoverPlanReference" }
        return element
    }

    static func content(of plan: CloudFailoverPlanRecord, at now: Duration, in world: World) -> [Content] {
        [
            .text("TenantUid", CloudTenants.uid(plan.owner).description),
            .text("TenantName", world.cloud.tenants[plan.owner]?.name ?? ""),
            .text("Description", plan.description),
            .group(
                "CloudFailoverPlanOptions",
                [
                    .value("PostFailoverPlanCommandEnabled", .boolean(plan.after.isEnabled)),
                    .text("PostFailoverPlanCommand", plan.after.line),
                    .value("PreFailoverPlanCommandEnabled", .boolean(plan.before.isEnabled)),
                    .text("PreFailoverPlanCommand", plan.before.line),
                ]
            ),
            .group(
                "CloudFailoverPlanInfo",
                [
                    .group(
                        "Includes",
                        [.items(of: "CloudFailoverPlanVm", machines(of: plan, "CloudFailoverPlanVm"))]
                    )
                ]
            ),
        ]
    }

    /// The machines, which have another name inside the plan.
    private static func machines(of plan: CloudFailoverPlanRecord, _ name: String) -> [Element] {
        plan.machines.enumerated().map { order, machine in
            Element(
                name,
                Identity(type: "CloudFailoveredVm", address: Address("\(path)/\(plan.id)/includes/\(machine.id)")),
                content: [
                    .text("FailoverPlanVMId", machine.id.description),
                    .text("Name", machine.name),
                    .value("Order", .number(order)),
                ]
            )
        }
    }

    private static func update(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let plan = try record(call, in: world)
        let members = ["TenantUid", "TenantName", "Description", "CloudFailoverPlanOptions", "CloudFailoverPlanInfo"]
        let body = try CloudBody(call, root: type, members: members)
        return try change("UpdateFailoverPlan", plan, for: call, in: &world) { (new) throws(Refusal) in
            try apply(body, to: &new)
        }
    }

    private static func apply(_ body: CloudBody, to new: inout CloudFailoverPlanRecord) throws(Refusal) {
        new.description = body.text("Description") ?? new.description
        if let options = body.part("CloudFailoverPlanOptions") {
            new.after.isEnabled = try options.flag("PostFailoverPlanCommandEnabled") ?? new.after.isEnabled
            new.after.line = options.text("PostFailoverPlanCommand") ?? new.after.line
            new.before.isEnabled = try options.flag("PreFailoverPlanCommandEnabled") ?? new.before.isEnabled
            new.before.line = options.text("PreFailoverPlanCommand") ?? new.before.line
        }
        if let items = body.part("CloudFailoverPlanInfo")?.items("Includes") {
            try reorder(&new.machines, by: items)
        }
    }

    /// Those that are sent stay, in the order that is sent with them; new machines can not be made so (inferred).
    private static func reorder(
        _ machines: inout [CloudFailoverPlanRecord.Machine],
        by items: [CloudBody]
    ) throws(Refusal) {
        var ordered: [(order: Int, machine: CloudFailoverPlanRecord.Machine)] = []
        for item in items {
            let id = GUID(try item.needed("FailoverPlanVMId"))
            guard let machine = machines.first(where: { $0.id == id }) else {
                throw Refusal(400, "FailoverPlanVMId is no machine of the plan")
            }
            ordered.append((try item.number("Order") ?? ordered.count, machine))
        }
        machines = ordered.sorted { $0.order < $1.order }.map(\.machine)
    }
}
