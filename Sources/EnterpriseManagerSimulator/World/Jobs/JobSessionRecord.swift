// SPDX-License-Identifier: Apache-2.0

/// One run of a job; how far it is follows from the time alone.
struct JobSessionRecord: TableRecord {
    let id: GUID
    let job: GUID
    /// The name of the job when the session began.
    let jobName: String
    let kind: JobKind
    let server: GUID
    let start: Duration
    /// When it ends, if nobody stops it.
    let plannedEnd: Duration
    let plannedResult: String
    let isRetry: Bool
    var failure: String?
    /// When somebody stopped it.
    var stopped: Duration?

    /// How long a session takes to begin and to stop.
    private static let transition = Duration.milliseconds(200)

    var end: Duration { stopped.map { min($0 + JobSessionRecord.transition, plannedEnd) } ?? plannedEnd }

    func isOver(at now: Duration) -> Bool { now >= end }

    /// `Starting`, `Working`, `Stopping` or `Stopped` [backupsessions_id].
    func state(at now: Duration) -> String {
        if isOver(at: now) { return "Stopped" }
        if let stopped, now >= stopped { return "Stopping" }
        return now < start + JobSessionRecord.transition ? "Starting" : "Working"
    }

    /// `None` while the session works [get_query_cdpreplicasession]; a stopped one has failed (inferred).
    func result(at now: Duration) -> String {
        guard isOver(at: now) else { return "None" }
        return end < plannedEnd ? "Failed" : plannedResult
    }

    /// Percent of the work.
    func progress(at now: Duration) -> Int {
        guard now < end, plannedEnd > start else { return 100 }
        return max(0, min(99, Int((now - start) / (plannedEnd - start) * 100)))
    }
}
