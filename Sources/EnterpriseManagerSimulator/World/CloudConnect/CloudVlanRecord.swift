// SPDX-License-Identifier: Apache-2.0

/// The VLANs that tenants' networks are made of on one virtual switch [vlans_id].
struct CloudVlanRecord: CloudRecord {
    let id: GUID
    let server: GUID
    var host: String
    var platform: String
    var withInternet: ClosedRange<Int>
    var withoutInternet: ClosedRange<Int>
    var switchName: String
    var switchID: String
    /// `VirtualSwitch` or `DistributedVirtualSwitch`.
    var switchType = "VirtualSwitch"

    /// The switch gives the name.
    var name: String { switchName }
}
