// SPDX-License-Identifier: Apache-2.0

/// A run of a cloud failover plan; how far it is follows from the time alone [get_cloudfailoversessions_id].
struct CloudFailoverSessionRecord: CloudRecord {
    /// The failover of one machine to a restore point.
    struct Part: Sendable {
        let machine: String
        let point: GUID
        let pointName: String
        let start: Duration
        let end: Duration
    }

    let id: GUID
    /// That of the plan.
    let name: String
    let server: GUID
    let tenant: GUID?
    let start: Duration
    let end: Duration
    let parts: [Part]

    /// How long a session takes to begin, as that of a job does.
    private static let transition = Duration.milliseconds(200)

    /// `Starting`, `Working` or `Stopped`.
    static func state(from start: Duration, to end: Duration, at now: Duration) -> String {
        now >= end ? "Stopped" : now < start + transition ? "Starting" : "Working"
    }

    /// In percent.
    static func progress(from start: Duration, to end: Duration, at now: Duration) -> Int {
        guard now < end else { return 100 }
        return max(0, Int((now - start) / .milliseconds(1)) * 100 / max(1, Int((end - start) / .milliseconds(1))))
    }
}
