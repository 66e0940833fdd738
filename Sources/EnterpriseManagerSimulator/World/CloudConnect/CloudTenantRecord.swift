// SPDX-License-Identifier: Apache-2.0

/// A tenant of the service provider, with all that is its own [get_tenants_id].
struct CloudTenantRecord: CloudRecord {
    let id: GUID
    var name: String
    let server: GUID
    var kind: CloudTenantKind
    var description = ""
    /// What it logs on with; never shown.
    var password: String
    var isEnabled = true
    /// The end of the lease; nil if there is none.
    var leaseEnd: Timestamp?
    var lastResult = "Success"
    /// When it did something; nil for never.
    var lastActive: Timestamp?
    var throttling: Throttling?
    var publicAddressCount = 0
    var backupCount = 0
    var replicaCount = 0
    var workstationCount = 0
    var serverCount = 0
    var maxConcurrentTasks = 1
    /// For how many days deleted backups are kept; nil for not at all.
    var protectionDays: Int?
    var usesOtherGateways = false
    var quotas: [CloudQuotaRecord] = []
    var computeResources: [CloudComputeRecord] = []
    var dataCenters: [CloudDataCenterRecord] = []
    var subtenants: [CloudSubtenantRecord] = []

    /// How fast data may come in.
    struct Throttling: Sendable {
        var limit: Int
        /// `Mbps`, `KBps` or `MBps`.
        var unit: String
    }

    var tenant: GUID? { id }
}
