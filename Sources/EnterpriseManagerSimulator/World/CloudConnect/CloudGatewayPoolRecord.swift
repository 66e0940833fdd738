// SPDX-License-Identifier: Apache-2.0

/// Gateways set aside for some tenants [get_cloud_gatewaypools_id].
struct CloudGatewayPoolRecord: CloudRecord {
    let id: GUID
    var name: String
    let server: GUID
    var description = ""
    var gateways: [GUID]
    /// Whose pool it is, in the order in which they were given it.
    var tenants: [GUID] = []
}
