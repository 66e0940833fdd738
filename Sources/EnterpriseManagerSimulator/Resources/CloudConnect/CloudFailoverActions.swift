// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Start, Test and Undo of cloud failover plans
/// [post_cloudfailoverplans_id_start, post_cloudfailoverplans_id_test, post_cloudfailoverplans_id_undo].
enum CloudFailoverActions: ResourceFamily {
    static let audience = Audience.administrators
    private static let path = CloudFailoverPlans.path + "/*"

    static func register(in router: inout Router) {
        router.on(.post, path, action: "start") { (call, world) throws(Refusal) in
            let plan = try CloudFailoverPlans.record(call, in: world).id
            let until = try startDate(in: call)
            return world.begin("StartCloudFailoverPlan", for: call) { world, now in
                run(plan, until: until, isTest: false, &world, now)
            }
        }
        router.on(.post, path, action: "test") { (call, world) throws(Refusal) in
            let plan = try CloudFailoverPlans.record(call, in: world).id
            return world.begin("StartCloudFailoverPlan", for: call) { world, now in
                run(plan, until: nil, isTest: true, &world, now)
            }
        }
        router.on(.post, path, action: "undo") { (call, world) throws(Refusal) in
            let plan = try CloudFailoverPlans.record(call, in: world).id
            return world.begin("UndoCloudFailoverPlan", for: call) { world, now in undo(plan, in: world, at: now) }
        }
    }

    static func links(of plan: GUID) -> [OfferedLink] {
        [("Start", "start"), ("Test", "test"), ("Undo", "undo")].map { rel, action in
            OfferedLink(rel, nil, Address("\(CloudFailoverPlans.path)/\(plan)?action=\(action)"))
        }
    }

    /// The time whose restore points are wanted; nil for the latest.
    ///
    /// A start without a body is one now (inferred).
    private static func startDate(in call: Call) throws(Refusal) -> Timestamp? {
        guard !call.body.isEmpty else { return nil }
        let members = ["StartNow", "StartDate"]
        let body = try CloudBody(call, root: "CloudFailoverPlanManagementSpec", members: members)
        if try body.flag("StartNow") == true { return nil }
        guard let date = try body.time("StartDate") else { throw Refusal(400, "StartDate is missing") }
        return date
    }

    /// Begins a session with one part for each machine, one after the other; at its end the machines run from their
    /// points, unless it was a test (inferred).
    private static func run(
        _ id: GUID,
        until date: Timestamp?,
        isTest: Bool,
        _ world: inout World,
        _ now: Duration
    ) -> TaskOutcome {
        guard let plan = world.cloud.failoverPlans[id] else { return .failed("Cloud failover plan is not found.") }
        let claim = "failover \(id)"
        if world.claims.contains(claim) || isRunning(plan, in: world, at: now) {
            return .failed("Cloud failover plan \"\(plan.name)\" is already running.")
        }
        guard plan.lastRun == nil else {
            return .failed("Cloud failover plan \"\(plan.name)\" has been started; undo it first.")
        }
        let points = points(of: plan, until: date, in: world)
        guard points.count == plan.machines.count, !points.isEmpty else {
            return .failed("There is no restore point for some machine of the plan.")
        }
        let session = session(of: plan, with: points, &world, now)
        let link = OfferedLink(
            "Related",
            CloudFailoverSessions.type,
            CloudFailoverSessions.one(session.id).entity,
            name: plan.name
        )
        return .done(links: [link], claim: claim) { world, _ in
            world.cloud.failoverSessions.add(session)
            world.cloud.failoverPlans.update(id) { $0.lastRun = session.id }
            world.plan(at: session.end) { world, _ in
                if isTest {
                    world.cloud.failoverPlans.update(id) { if $0.lastRun == session.id { $0.lastRun = nil } }
                } else {
                    world.cloud.set(state: CloudReplicaPointRecord.failedOver, of: session)
                }
            }
        }
    }

    private static func undo(_ id: GUID, in world: World, at now: Duration) -> TaskOutcome {
        guard let plan = world.cloud.failoverPlans[id] else { return .failed("Cloud failover plan is not found.") }
        guard let session = plan.lastRun.flatMap({ world.cloud.failoverSessions[$0] }) else {
            return .failed("Cloud failover plan \"\(plan.name)\" has not been started.")
        }
        guard now >= session.end else { return .failed("Cloud failover plan \"\(plan.name)\" is running.") }
        return .done { world, _ in
            world.cloud.set(state: CloudReplicaPointRecord.ready, of: session)
            world.cloud.failoverPlans.update(id) { $0.lastRun = nil }
        }
    }

    private static func isRunning(_ plan: CloudFailoverPlanRecord, in world: World, at now: Duration) -> Bool {
        plan.lastRun.flatMap { world.cloud.failoverSessions[$0] }.map { now < $0.end } ?? false
    }

    /// The latest points of the machines, or the latest before a date.
    private static func points(
        of plan: CloudFailoverPlanRecord,
        until date: Timestamp?,
        in world: World
    ) -> [CloudReplicaPointRecord] {
        let all = world.cloud.points.records.filter { point in
            point.tenant == plan.owner && (date.map { point.created <= $0 } ?? true)
        }
        return plan.machines.compactMap { machine in
            all.filter { $0.machine == machine.name }.max { $0.created < $1.created }
        }
    }

    private static func session(
        of plan: CloudFailoverPlanRecord,
        with points: [CloudReplicaPointRecord],
        _ world: inout World,
        _ now: Duration
    ) -> CloudFailoverSessionRecord {
        let duration = world.configuration.jobSessionDuration
        let parts = points.enumerated().map { index, point in
            CloudFailoverSessionRecord.Part(
                machine: point.machine,
                point: point.id,
                pointName: point.name,
                start: now + duration * index / points.count,
                end: now + duration * (index + 1) / points.count
            )
        }
        return CloudFailoverSessionRecord(
            id: world.generator.guid(),
            name: plan.name,
            server: plan.server,
            tenant: plan.owner,
            start: now,
            end: now + duration,
            parts: parts
        )
    }
}

extension CloudBook {
    /// Changes the state of every point of a session.
    fileprivate mutating func set(state: String, of session: CloudFailoverSessionRecord) {
        for part in session.parts { points.update(part.point) { $0.state = state } }
    }
}
