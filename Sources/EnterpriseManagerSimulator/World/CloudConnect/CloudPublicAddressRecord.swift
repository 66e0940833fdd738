// SPDX-License-Identifier: Apache-2.0

/// A public IP address that a tenant can be given for failover [get_publicipaddresses_id].
struct CloudPublicAddressRecord: CloudRecord {
    let id: GUID
    let server: GUID
    var address: IPv4Address
    /// Who has it.
    var holder: GUID?

    /// The address is the name.
    var name: String { address.description }
}
