// SPDX-License-Identifier: Apache-2.0

/// The part of one machine in a job session; how far it is follows from the session and the time
/// [get_backuptasksessions_id].
struct TaskSessionRecord: TableRecord {
    let id: GUID
    let session: GUID
    let kind: SessionKind
    let server: GUID
    let machine: String
    let reference: String?
    let start: Duration
    /// When it ends, unless its session is stopped before.
    let plannedEnd: Duration
    let plannedResult: String
    /// Why it failed.
    let reason: String
    /// Bytes.
    let size: Int
    /// What it left behind: a restore point or a replica point of the machine.
    var point: GUID?

    func end(_ session: JobSessionRecord) -> Duration { min(plannedEnd, session.end) }

    /// `Pending`, `InProgress` or `Completed` [get_backuptasksessions_id].
    func state(at now: Duration, _ session: JobSessionRecord) -> String {
        if now >= end(session) { return "Completed" }
        return now < start ? "Pending" : "InProgress"
    }

    /// `None` until it is completed; what was stopped has failed (inferred).
    func result(at now: Duration, _ session: JobSessionRecord) -> String {
        guard now >= end(session) else { return "None" }
        return end(session) < plannedEnd ? "Failed" : plannedResult
    }
}
