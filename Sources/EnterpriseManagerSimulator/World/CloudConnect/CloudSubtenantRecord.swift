// SPDX-License-Identifier: Apache-2.0

/// A user of a tenant with a share of a quota; in megabytes [get_tenants_id_subtenants_id].
struct CloudSubtenantRecord: Sendable {
    let id: GUID
    let name: String
    var description = ""
    var password: String
    var isEnabled = true
    /// The quota that is shared.
    var quota: GUID
    /// How the subtenant calls its share.
    var shareName: String
    var share: Int
    var used = 0
    /// Whether the share is as big as the quota.
    var isUnlimited: Bool
}
