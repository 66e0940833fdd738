// SPDX-License-Identifier: Apache-2.0

/// What self-service allows an organization of Cloud Director [get_vcloud_orgconfigs_id]; quotas in gigabytes.
struct OrganizationConfigRecord: SelfServiceRecord {
    let id: GUID
    let name: String
    var server: GUID
    var repository: GUID
    var quota: Int
    /// In megabytes.
    var usedQuota = 0
    var isDisabled = false
    /// Whether it stands for all organizations without one of their own; only that can be switched off by a link
    /// [post_vcloud_orgconfigs_id].
    var isForOthers = false
    var jobs = SelfServiceJobs()
    /// The Cloud Director server.
    var host: GUID
    /// What the organization takes the repository for.
    var repositoryName: String
}
