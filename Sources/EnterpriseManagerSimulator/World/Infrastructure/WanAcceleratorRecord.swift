// SPDX-License-Identifier: Apache-2.0

/// A WAN accelerator [wanaccelerators_id].
struct WanAcceleratorRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    let description: String
    /// The size of the cache; examples such as 100 suggest gigabytes (inferred).
    let capacity: Int
    let cachePath: String
    var isHighBandwidth = false
}
