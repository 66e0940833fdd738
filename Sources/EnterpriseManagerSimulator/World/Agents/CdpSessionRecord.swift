// SPDX-License-Identifier: Apache-2.0

/// A run of a CDP policy, which goes on until somebody disables the policy [get_query_cdpreplicasession].
struct CdpSessionRecord: TableRecord {
    let id: GUID
    let policy: GUID
    let policyName: String
    let server: GUID
    let start: Duration
    /// When it was told to end; nil while the policy works.
    var stopped: Duration?
    /// What it does for the machines, one after the other.
    var tasks: [GUID] = []

    private static let transition = Duration.milliseconds(200)

    var end: Duration? { stopped.map { $0 + CdpSessionRecord.transition } }

    func isOver(at now: Duration) -> Bool { end.map { now >= $0 } ?? false }

    func state(at now: Duration) -> String {
        if isOver(at: now) { return "Stopped" }
        if stopped != nil { return "Stopping" }
        return now < start + CdpSessionRecord.transition ? "Starting" : "Working"
    }

    /// `None` while it works [get_query_cdpreplicasession].
    func result(at now: Duration) -> String { isOver(at: now) ? "Success" : "None" }
}
