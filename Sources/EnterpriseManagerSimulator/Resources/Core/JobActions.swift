// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Start, Stop, Retry, Sync and ToggleScheduleEnabled of jobs, and which job offers what
/// [post_jobs_id_actionstart, get_jobs_id].
enum JobActions: ResourceFamily {
    static func register(in router: inout Router) {
        router.on(.post, "jobs/*", action: "start") { (call, world) throws(Refusal) in
            let job = try startable(call, in: world)
            return world.begin("StartJob", for: call, hasMiddleState: true) { world, now in
                run(job, "start", isRetry: false, &world, now)
            }
        }
        router.on(.post, "jobs/*", action: "retry") { (call, world) throws(Refusal) in
            let job = try startable(call, in: world)
            return world.begin("RetryJob", for: call) { world, now in
                // Only what failed can be retried (inferred).
                guard world.lastSession(of: job)?.result(at: now) == "Failed" else {
                    return .failed("Job has no failed session to retry.")
                }
                return run(job, "retry", isRetry: true, &world, now)
            }
        }
        router.on(.post, "jobs/*", action: "stop") { (call, world) throws(Refusal) in
            let job = try startable(call, in: world)
            return world.begin("StopJob", for: call) { world, now in stop(job, &world, now) }
        }
        router.on(.post, "jobs/*", action: "sync") { (call, world) throws(Refusal) in
            let job = try Jobs.job(call, in: world)
            guard job.kind.isCopy else { throw Refusal(400, "Job \"\(job.name)\" is not a backup copy job.") }
            return world.begin("StartJobSync", for: call, hasMiddleState: true) { [id = job.id] world, now in
                var outcome = run(id, "sync", isRetry: false, &world, now)
                outcome.links = []
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
            OfferedLink(rel, nil, Address("jobs/\(job.id)?action=\(name)"))
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

    /// Begins a session, unless one is running; the finished task links to it [get_query_task].
    private static func run(
        _ id: GUID,
        _ verb: String,
        isRetry: Bool,
        _ world: inout World,
        _ now: Duration
    ) -> TaskOutcome {
        guard let job = world.jobs[id] else { return .failed("Job is not found.") }
        let claim = "running \(id)"
        let isRunning = world.lastSession(of: id).map { !$0.isOver(at: now) } ?? false
        if isRunning || world.claims.contains(claim) {
            return .failed("Job \"\(job.name)\" is already running.")
        }
        let session = JobSessionRecord(
            id: world.generator.guid(),
            job: id,
            jobName: job.name,
            kind: job.kind,
            server: job.server,
            start: now,
            plannedEnd: now + world.configuration.jobSessionDuration,
            plannedResult: world.configuration.jobSessionResult,
            isRetry: isRetry,
            failure: world.configuration.jobSessionResult == "Failed" ? "Job \"\(job.name)\" has failed" : nil
        )
        let message = verb == "sync" ? "Ok" : "Job \"\(job.name)\" triggered to \(verb)."
        let related = OfferedLink(
            "Related",
            job.kind.sessions.type,
            JobSessions.one(session.id, job.kind.sessions).entity
        )
        return .done(message, links: [related], claim: claim) { world, _ in
            world.add(session)
            world.protect(by: session)
        }
    }

    private static func stop(_ id: GUID, _ world: inout World, _ now: Duration) -> TaskOutcome {
        guard let job = world.jobs[id] else { return .failed("Job is not found.") }
        guard let last = world.lastSession(of: id), !last.isOver(at: now) else {
            return .failed("Job \"\(job.name)\" is not running.")
        }
        return .done("Job \"\(job.name)\" triggered to stop.") { world, now in
            world.update(session: last.id) { $0.stopped = $0.stopped ?? now }
        }
    }
}
