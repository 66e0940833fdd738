// SPDX-License-Identifier: Apache-2.0

/// An organization VDC that a tenant of Cloud Director has [get_cloud_tenants_id_vcloudcomputeresources_id].
struct CloudDataCenterRecord: Sendable {
    /// That of the VDC in Cloud Director (seen in the example: it ends the reference).
    let id: GUID
    let name: String
    let reference: String
    var isEnabled = true
    var allocationModel = "AllocationPool"
    var usesNetworkResources: Bool
    var accelerator: GUID?
    var appliance: CloudNetworkAppliance?
    var usedStorageGigabytes = 0
}
