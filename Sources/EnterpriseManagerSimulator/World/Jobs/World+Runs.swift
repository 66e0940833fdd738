// SPDX-License-Identifier: Apache-2.0

extension World {
    /// Begins a session of a job, unless one is running: what becomes of the task, and the effect.
    ///
    /// - Parameters:
    ///   - job: the job; nil if it is gone.
    ///   - verb: what the message calls it.
    ///   - links: what the finished task links to.
    ///   - protect: what the session does to what it processes.
    mutating func run(
        _ job: JobRecord?,
        _ verb: String,
        isRetry: Bool = false,
        at now: Duration,
        links: (JobSessionRecord) -> [OfferedLink] = { _ in [] },
        protect: @escaping @Sendable (inout World, JobSessionRecord) -> Void
    ) -> TaskOutcome {
        guard let job else { return .failed("Job is not found.") }
        let last = lastSession(of: job.id)
        // Only what failed can be retried (inferred).
        if isRetry, last?.result(at: now) != "Failed" { return .failed("Job has no failed session to retry.") }
        let claim = "running \(job.id)"
        let isRunning = last.map { !$0.isOver(at: now) } ?? false
        if isRunning || claims.contains(claim) { return .failed("Job \"\(job.name)\" is already running.") }
        let result = configuration.jobSessionResult
        let session = JobSessionRecord(
            id: generator.guid(),
            job: job.id,
            jobName: job.name,
            kind: job.kind,
            server: job.server,
            start: now,
            plannedEnd: now + configuration.jobSessionDuration,
            plannedResult: result,
            isRetry: isRetry,
            failure: result == "Failed" ? "Job \"\(job.name)\" has failed" : nil
        )
        return .done("Job \"\(job.name)\" triggered to \(verb).", links: links(session), claim: claim) { world, _ in
            world.add(session)
            protect(&world, session)
        }
    }

    /// Stops the session of a job that is running.
    func stop(_ job: JobRecord?, at now: Duration) -> TaskOutcome {
        guard let job else { return .failed("Job is not found.") }
        guard let last = lastSession(of: job.id), !last.isOver(at: now) else {
            return .failed("Job \"\(job.name)\" is not running.")
        }
        return .done("Job \"\(job.name)\" triggered to stop.") { world, now in
            world.update(session: last.id) { $0.stopped = $0.stopped ?? now }
        }
    }
}
