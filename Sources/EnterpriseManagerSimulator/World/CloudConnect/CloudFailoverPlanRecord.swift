// SPDX-License-Identifier: Apache-2.0

/// In which order a tenant's machines start after a disaster [get_cloudfailoverplans_id].
struct CloudFailoverPlanRecord: CloudRecord {
    /// A machine; machines start in the order in which they stand.
    struct Machine: Sendable {
        let id: GUID
        let name: String
    }

    let id: GUID
    let name: String
    let server: GUID
    let owner: GUID
    var description = ""
    /// What runs before and after the failover.
    var before = Command()
    var after = Command()
    var machines: [Machine]
    /// The latest run; nil if there was none or it was undone.
    var lastRun: GUID?

    /// A command on the backup server.
    struct Command: Sendable {
        var isEnabled = false
        var line = ""
    }

    var tenant: GUID? { owner }
}
