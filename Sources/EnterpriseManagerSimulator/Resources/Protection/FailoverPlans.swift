// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `FailoverPlan` [failoverplans_id, get_failoverplans_id]; what its start and undo do is in ``FailoverPlanActions``.
enum FailoverPlans: KeyResource {
    static let type = "FailoverPlan"
    static let path = "failoverPlans"
    static let noun = "failover plan"
    static func table(of world: World) -> Table<FailoverPlanRecord> { world.protection.plans }

    static func register(in router: inout Router) {
        serve(in: &router)
        FailoverPlanActions.register(in: &router)
        // Nothing links here but the hrefs of the machines inside a plan.
        router.on(.get, path + "/*/includes") { (call, world) throws(Refusal) in
            let plan = try record(call, in: world)
            return .ok(.list("FailoveredVms", of: "FailoveredVm", machines(of: plan)))
        }
        router.on(.get, path + "/*/includes/*") { (call, world) throws(Refusal) in
            let plan = try record(call, in: world)
            let id = try call.id(1, type: "FailoveredVm")
            guard let index = plan.machines.firstIndex(where: { $0.id == id }) else {
                throw Refusal.missing("machine in failover plan", id)
            }
            return .ok(machine(plan.machines[index], index, of: plan))
        }
        router.on(.put, path + "/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            let document = try call.document()
            if call.format == .xml, document.name != type { throw Refusal(400, "Element \(type) is expected") }
            let description = document["Description"]?.text
            return world.begin("EditFailoverPlan", for: call) { _, _ in
                .done { world, _ in
                    world.protection.plans.update(id) { $0.description = description ?? $0.description }
                }
            }
        }
    }

    static func reference(_ plan: FailoverPlanRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: plan.name,
            uid: UID(type, plan.id),
            address: one(plan.id),
            links: [BackupServers.up(plan.server, in: world)]
        )
    }

    static func entity(_ plan: FailoverPlanRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(plan, world)
        func action(_ rel: String) -> OfferedLink {
            OfferedLink(rel, nil, Address("\(path)/\(plan.id)?action=\(rel.lowercased())"))
        }
        let edit = OfferedLink("Edit", type + "Reference", one(plan.id), name: plan.name)
        let includes = Content.group("Includes", [.items(of: "FailoveredVm", machines(of: plan))])
        return Element(
            type,
            reference.entityIdentity,
            links: reference.links + [reference.alternate, edit, action("Start"), action("Undo")],
            content: [.text("Description", plan.description), .group("FailoverPlanInfo", [includes])]
        )
    }

    private static func machines(of plan: FailoverPlanRecord) -> [Element] {
        plan.machines.enumerated().map { machine($0.element, $0.offset, of: plan) }
    }

    private static func machine(_ machine: FailoveredVmRecord, _ order: Int, of plan: FailoverPlanRecord) -> Element {
        Element(
            "FailoveredVm",
            Identity(type: "FailoveredVm", address: part("includes/\(machine.id)", of: plan.id)),
            content: [
                .text("FailoveredVmId", machine.id.description),
                .text("HierarchyObjRef", machine.reference),
                .text("Name", machine.name),
                .text("DisplayName", machine.name),
                .value("Order", .number(order)),
                GuestProcessing.content,
            ]
        )
    }
}
