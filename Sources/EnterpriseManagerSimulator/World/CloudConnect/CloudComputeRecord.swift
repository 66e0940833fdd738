// SPDX-License-Identifier: Apache-2.0

/// A hardware plan that a tenant has, and what it uses of it [get_tenants_id_computeresources_id].
struct CloudComputeRecord: Sendable {
    let id: GUID
    var plan: GUID
    var accelerator: GUID?
    var usesNetworkResources: Bool
    var appliance: CloudNetworkAppliance
    var usedMemoryMegabytes = 0
    var usedProcessors = 0
    var usedStorageGigabytes = 0
}
