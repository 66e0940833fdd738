// SPDX-License-Identifier: Apache-2.0

/// What a tenant gets of a host or cluster for its replicas [get_hardwareplans_id].
struct CloudHardwarePlanRecord: CloudRecord {
    /// Where replicas go: a datastore, or a volume of Hyper-V.
    struct Storage: Sendable {
        let id: GUID
        var name: String
        /// `Datastore` or `StoragePod`; nil for volumes.
        var kind: String?
        /// The reference of a datastore or the path of a volume.
        var place: String
        var quotaGigabytes: Int
    }

    let id: GUID
    let name: String
    let server: GUID
    var description = ""
    var processorMegahertz: Int
    var memoryMegabytes: Int
    /// `VMware` or `HyperV`.
    var platform = "VMware"
    /// A host or cluster.
    var host: String
    /// `ClusterComputeResource` or `HostSystem`; for VMware only.
    var parentType: String?
    var parentName: String?
    var storages: [Storage]
    var networksWithInternet = 0
    var networksWithoutInternet = 0
}
