// SPDX-License-Identifier: Apache-2.0

extension World {
    /// The job of a session, wherever it lies; nil if it is gone.
    func job(of session: JobSessionRecord) -> JobRecord? {
        switch session.kind {
        case .agentBackup: agents.jobs[session.job]?.job
        case .nasBackup: agents.nasJobs[session.job]?.job
        default: jobs[session.job]
        }
    }

    /// Adds the session of a job that ran in the night before the clock began.
    @discardableResult mutating func addLastNight(
        of job: JobRecord,
        result: String,
        failure: String? = nil
    ) -> JobSessionRecord {
        let nextRun = JobSchedule.nextRun(of: job, at: .zero, self).milliseconds
        let lastRun = nextRun - timestamp(.zero).milliseconds - 86_400_000
        let start = Duration.milliseconds(lastRun) + .seconds(agents.generator.number(in: 0...59))
        let session = JobSessionRecord(
            id: agents.generator.guid(),
            job: job.id,
            jobName: job.name,
            kind: job.kind,
            server: job.server,
            start: start,
            plannedEnd: start + .seconds(agents.generator.number(in: 300...5400)),
            plannedResult: result,
            isRetry: false,
            failure: failure
        )
        place(session)
        return session
    }
}
