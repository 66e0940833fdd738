// SPDX-License-Identifier: Apache-2.0

/// The machine that links the networks of a tenant in failover [get_tenants_id_computeresources_id].
struct CloudNetworkAppliance: Sendable {
    var name: String
    var network: String
    /// Address, mask and gateway; nil if they are found out automatically.
    var address: (address: IPv4Address, mask: IPv4Address, gateway: IPv4Address)?
    var switchID = ""
    var isUnderDistributedSwitch = false
}
