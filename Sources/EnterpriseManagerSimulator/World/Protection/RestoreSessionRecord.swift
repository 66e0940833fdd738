// SPDX-License-Identifier: Apache-2.0

/// A restore or a failover; how far it is follows from the time alone [get_restoresessions_id].
struct RestoreSessionRecord: TableRecord {
    let id: GUID
    /// What its name begins with, before the time.
    let title: String
    /// `FileLevelRestore` or `RestoreVm`.
    let kind: String
    let server: GUID
    /// What is restored, as people call it.
    let machine: String
    /// The restore point it takes from; nil for replicas and vApps, which have no documented link.
    let point: GUID?
    /// What it restores, in its virtual infrastructure.
    let reference: String?
    let start: Duration
    let end: Duration
    let plannedResult: String

    /// How long a restore takes to begin.
    private static let transition = Duration.milliseconds(200)

    func isOver(at now: Duration) -> Bool { now >= end }

    /// `Starting`, `Working` or `Stopped`.
    func state(at now: Duration) -> String {
        if isOver(at: now) { return "Stopped" }
        return now < start + RestoreSessionRecord.transition ? "Starting" : "Working"
    }

    func result(at now: Duration) -> String { isOver(at: now) ? plannedResult : "None" }

    /// Percent of the work.
    func progress(at now: Duration) -> Int {
        guard now < end, end > start else { return 100 }
        return max(0, min(99, Int((now - start) / (end - start) * 100)))
    }
}
