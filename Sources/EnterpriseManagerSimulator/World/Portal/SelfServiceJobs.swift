// SPDX-License-Identifier: Apache-2.0

/// How the jobs of a tenant of self-service are set up [put_vcloud_orgconfigs_id, put_selfservice_vsphere_configs_id].
struct SelfServiceJobs: Sendable {
    /// Where the advanced settings come from.
    enum Source: Sendable {
        case defaults
        case custom
        case template(GUID)
    }

    /// How far jobs may be scheduled.
    static let schedulers = ["Full", "Partial", "Random", "Disabled"]

    var source = Source.defaults
    var scheduler = "Full"
    var isHighPriority = false

    var usesDefaults: Bool {
        if case .defaults = source { true } else { false }
    }
}
