// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What jobs of agents and of file shares have in common: start, stop, retry, the schedule and the list of sessions;
/// they differ in names and in how actions stand in URLs [post_agents_jobs_id_actionstart, post_nas_jobs_id_actionstart].
struct SideJobActions<Record: SideJob>: Sendable {
    let kind: JobKind
    /// Whether actions are path segments instead of parameters, as those of file shares are.
    let actionsArePaths: Bool
    /// The operations of the tasks.
    let start: String
    let stop: String
    let retry: String
    let table: @Sendable () -> WritableKeyPath<World, Table<Record>>

    func register(in router: inout Router) {
        let path = kind.path + "/*"
        on("start", path, &router) { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return world.begin(start, for: call) { world, now in run(id, "start", &world, now) }
        }
        on("retry", path, &router) { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return world.begin(retry, for: call) { world, now in
                run(id, "retry", isRetry: true, &world, now)
            }
        }
        on("stop", path, &router) { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return world.begin(stop, for: call) { world, now in
                world.stop(world[keyPath: table()][id]?.job, at: now)
            }
        }
        on("toggleScheduleEnabled", path, &router) { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return world.begin("UpdateJob", for: call) { _, _ in
                .done { world, _ in
                    world[keyPath: table()].update(id) { $0.job.scheduleEnabled.toggle() }
                }
            }
        }
        router.on(.get, path + "/" + SessionKind.backup.path) { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return JobSessions.list(world.sessions(ofJob: id), .backup, call, world)
        }
    }

    /// The actions of an entity, in the order of the guide [agents_jobs_id, nas_jobs_id].
    func links(of job: JobRecord) -> [OfferedLink] {
        [
            link("ToggleScheduleEnabled", job), SideSessions.down(job), link("Start", job), link("Stop", job),
            link("Retry", job),
        ]
    }

    private func link(_ rel: String, _ job: JobRecord) -> OfferedLink {
        let action = rel.prefix(1).lowercased() + rel.dropFirst()
        return OfferedLink(rel, nil, Address("\(kind.path)/\(job.id)\(actionsArePaths ? "/" : "?action=")\(action)"))
    }

    private func on(
        _ action: String,
        _ path: String,
        _ router: inout Router,
        _ handler: @escaping Route.Handler
    ) {
        if actionsArePaths {
            router.on(.post, path + "/" + action, handler)
        } else {
            router.on(.post, path, action: action, handler)
        }
    }

    private func record(_ call: Call, in world: World) throws(Refusal) -> Record {
        let id = try call.id(type: kind.resource)
        guard let record = world[keyPath: table()][id] else { throw Refusal.missing("job", id) }
        return record
    }

    /// Begins a session; no page has a link to it from the finished task.
    private func run(
        _ id: GUID,
        _ verb: String,
        isRetry: Bool = false,
        _ world: inout World,
        _ now: Duration
    ) -> TaskOutcome {
        world.run(world[keyPath: table()][id]?.job, verb, isRetry: isRetry, at: now) { world, session in
            world.protectComputers(by: session)
        }
    }
}
