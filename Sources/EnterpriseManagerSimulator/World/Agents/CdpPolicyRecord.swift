// SPDX-License-Identifier: Apache-2.0

/// A policy of continuous data protection and its settings [cdppolicies_id, policyscheduleoptions].
struct CdpPolicyRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    /// `VMware` or `vCloud`.
    let platform: String
    var description = ""
    var scheduleConfigured = true
    /// Whether the policy works: Enable and Disable change it.
    var isEnabled = true
    var objectiveSeconds = 15
    var shortTermHours = 4
    var longTermHours = 8
    var longTermDays = 7
    var objects: [ObjectInJobRecord] = []
    /// Its runs, the oldest first; the last one goes on while the policy is enabled.
    var sessions: [GUID] = []
}
