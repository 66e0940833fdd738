// SPDX-License-Identifier: Apache-2.0

/// A cloud gateway: the server through which tenants reach the service provider [get_cloudgateways_id].
struct CloudGatewayRecord: CloudRecord {
    let id: GUID
    let name: String
    let server: GUID
    var description = ""
    var isEnabled = true
    /// `Direct` or `NAT`.
    var networkMode = "Direct"
    var externalIP: String
    var externalPort = CloudGatewayRecord.defaultPort
    var internalPort = CloudGatewayRecord.defaultPort

    /// The port of tenants unless another is asked for [post_gateways].
    ///
    /// The same page has 8080 for the internal one, that of the change has this.
    static let defaultPort = 6180
}
