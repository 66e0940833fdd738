// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Start and Undo of failover plans [post_failoverplans_id_start, post_failoverplans_id_undo].
///
/// The guide shows no session of such a plan; here every machine has a restore session, as a single failover has
/// (inferred).
enum FailoverPlanActions {
    static func register(in router: inout Router) {
        router.on(.post, FailoverPlans.path + "/*", action: "start", start)
        router.on(.post, FailoverPlans.path + "/*", action: "undo") { (call, world) throws(Refusal) in
            let id = try FailoverPlans.record(call, in: world).id
            return world.begin("UndoFailoverPlan", for: call) { world, _ in
                guard let plan = world.protection.plans[id], plan.isFailedOver || plan.due != nil else {
                    return .failed("The failover plan has not been started.")
                }
                return .done { world, _ in
                    world.protection.plans.update(id) { plan in
                        plan.isFailedOver = false
                        plan.due = nil
                    }
                }
            }
        }
    }

    /// Now, or at the date of the body.
    private static func start(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let id = try FailoverPlans.record(call, in: world).id
        let due = try due(call, world)
        return world.begin("StartFailoverPlan", for: call) { world, now in
            guard let plan = world.protection.plans[id] else { return .failed("The failover plan is not found.") }
            let claim = "plan \(id)"
            guard !plan.isFailedOver, plan.due == nil, !world.claims.contains(claim) else {
                return .failed("Failover plan \"\(plan.name)\" has already been started.")
            }
            return .done(claim: claim) { world, now in
                guard let due, due > now else { return failOver(id, &world, now) }
                world.protection.plans.update(id) { $0.due = due }
                world.plan(at: due) { world, now in
                    if world.protection.plans[id]?.due == due { failOver(id, &world, now) }
                }
            }
        }
    }

    private static func due(_ call: Call, _ world: World) throws(Refusal) -> Duration? {
        let document = try call.document()
        try document.check(
            call.format,
            root: "FailoverPlanManagementSpec",
            orders: [["StartNow", "StartDate"]],
            required: []
        )
        if document["StartNow"]?.flag == true { return nil }
        if let flag = document["StartNow"], flag.flag == nil { throw Refusal(400, "StartNow is no Boolean") }
        guard let text = document["StartDate"]?.text else {
            throw Refusal(400, "FailoverPlanManagementSpec holds StartNow or StartDate")
        }
        guard let date = Timestamp(reading: text) else { throw Refusal(400, "StartDate \(text) is no date") }
        return .milliseconds(date.milliseconds - world.timestamp(.zero).milliseconds)
    }

    private static func failOver(_ id: GUID, _ world: inout World, _ now: Duration) {
        guard let plan = world.protection.plans[id] else { return }
        for machine in plan.machines {
            let order = RestoreOrder(title: machine.name, machine: machine.name, server: plan.server)
            world.restore(order.failover(of: machine.reference), at: now).effect?(&world, now)
        }
        world.protection.plans.update(id) { plan in
            plan.isFailedOver = true
            plan.due = nil
        }
    }
}
