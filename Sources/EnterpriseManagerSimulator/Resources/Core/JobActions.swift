// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Start, Stop, Retry, Sync and ToggleScheduleEnabled of jobs, and which job offers what
/// [post_jobs_id_actionstart, get_jobs_id].
enum JobActions: ResourceFamily {
    static func register(in router: inout Router) {
        router.on(.post, "jobs/*", action: "start") { (call, world) throws(Refusal) in
            let job = try startable(call, in: world)
            return world.begin("StartJob", for: call, hasMiddleState: true) { world, now in
                run(job, "start", &world, now)
            }
        }
        router.on(.post, "jobs/*", action: "retry") { (call, world) throws(Refusal) in
            let job = try startable(call, in: world)
            return world.begin("RetryJob", for: call) { world, now in
                run(job, "retry", isRetry: true, &world, now)
            }
        }
        router.on(.post, "jobs/*", action: "stop") { (call, world) throws(Refusal) in
            let job = try startable(call, in: world)
            return world.begin("StopJob", for: call) { world, now in world.stop(world.jobs[job], at: now) }
        }
        router.on(.post, "jobs/*", action: "sync") { (call, world) throws(Refusal) in
            let job = try Jobs.job(call, in: world)
            guard job.kind.isCopy else { throw Refusal(400, "Job \"\(job.name)\" is not a backup copy job.") }
            return world.begin("StartJobSync", for: call, hasMiddleState: true) { [id = job.id] world, now in
                var outcome = run(id, "sync", &world, now)
                outcome.links = []
                if outcome.success { outcome.message = "Ok" }
                return outcome
            }
        }
        router.on(.post, "jobs/*", action: "toggleScheduleEnabled") { (call, world) throws(Refusal) in
            let id = try Jobs.job(call, in: world).id
            return world.begin("UpdateJob", for: call) { _, _ in
                .done { world, _ in world.update(job: id) { $0.scheduleEnabled.toggle() } }
            }
        }
    }

    /// The links of an entity beside Up and Alternate, by kind and version [get_jobs_id, jobs_id].
    static func links(of job: JobRecord, version: APIVersion) -> [OfferedLink] {
        func action(_ rel: String, _ name: String) -> OfferedLink {
            OfferedLink(rel, nil, Address("jobs", job.id, action: name))
        }
        let common = [action("Clone", "clone"), action("ToggleScheduleEnabled", "toggleScheduleEnabled")]
        let sessions = JobSessions.down(of: job)
        if job.kind.isCopy {
            let linked = [
                LinkedJobs.down(of: job), LinkedRepositories.down(of: job),
                LinkedJobs.create(of: job), LinkedRepositories.create(of: job),
            ]
            // Since which version they are linked is not documented; linked lists came with EM 12 (inferred).
            return common + [sessions, action("Sync", "sync")] + (version >= .v1_7 ? linked : [])
        }
        return [OfferedLink("Edit", "JobReference", Jobs.one(job.id), name: job.name)] + common
            + [OfferedLink("Down", "ObjectInJobList", Includes.list(of: job.id)), sessions]
            + [OfferedLink("Create", "ObjectInJob", Includes.list(of: job.id))]
            + [action("Start", "start"), action("Stop", "stop"), action("Retry", "retry")]
    }

    /// Copy jobs offer none of these actions [get_jobs_id].
    private static func startable(_ call: Call, in world: World) throws(Refusal) -> GUID {
        let job = try Jobs.job(call, in: world)
        guard !job.kind.isCopy else { throw Refusal(400, "Job \"\(job.name)\" does not support this operation.") }
        return job.id
    }

    /// Begins a session, to which the finished task links [get_query_task].
    private static func run(
        _ id: GUID,
        _ verb: String,
        isRetry: Bool = false,
        _ world: inout World,
        _ now: Duration
    ) -> TaskOutcome {
        world.run(
            world.jobs[id],
            verb,
            isRetry: isRetry,
            at: now,
            links: { session in
                let kind = session.kind.sessions
                return [OfferedLink("Related", kind.type, JobSessions.one(session.id, kind).entity)]
            },
            protect: { world, session in world.protect(by: session) }
        )
    }
}
