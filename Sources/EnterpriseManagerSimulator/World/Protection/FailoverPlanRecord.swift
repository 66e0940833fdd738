// SPDX-License-Identifier: Apache-2.0

/// Replicas that fail over together, in order [get_failoverplans_id].
struct FailoverPlanRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    var description: String
    let machines: [FailoveredVmRecord]
    /// Whether its machines run as replicas.
    var isFailedOver = false
    /// When it is to start, if that was put off.
    var due: Duration?
}
