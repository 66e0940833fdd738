// SPDX-License-Identifier: Apache-2.0

/// What self-service allows a user or group of vSphere [get_selfservice_vsphere_configs_id]; quotas in gigabytes.
struct SelfServiceConfigRecord: SelfServiceRecord {
    let id: GUID
    /// The name of the account, which is that of the configuration.
    let name: String
    let sid: String?
    /// `User` or `Group`.
    let accountType: String
    let server: GUID
    var repository: GUID
    var quota: Int
    /// In megabytes.
    var usedQuota = 0
    /// Whether each member of a group has a quota apart.
    var isPerUser = false
    var jobs = SelfServiceJobs()
    /// The vCenter Servers that may be used; none means all.
    var vCenters: [GUID] = []
    /// The tags that delegate machines to the account.
    var tags: [String] = []
}
