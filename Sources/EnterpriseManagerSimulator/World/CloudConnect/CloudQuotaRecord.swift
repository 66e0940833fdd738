// SPDX-License-Identifier: Apache-2.0

/// How much of a repository a tenant may fill; in megabytes [get_tenants_id_resources_id].
struct CloudQuotaRecord: Sendable {
    let id: GUID
    var name: String
    var repository: GUID
    var accelerator: GUID?
    var quota: Int
    var used = 0
}
