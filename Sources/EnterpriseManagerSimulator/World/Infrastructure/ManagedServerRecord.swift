// SPDX-License-Identifier: Apache-2.0

/// A server in the infrastructure of a backup server; a virtual infrastructure below it makes it a hierarchy root, too,
/// with the same id [managedservers_id, hierarchyroots_id].
struct ManagedServerRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    let description: String
    /// `VC`, `Scvmm`, `VcdSystem`, `ESXi`, `Windows`, `Linux` and others [get_query_managedserver].
    let kind: String
    /// What a hierarchy root is known by outside of Enterprise Manager; nil for a server that is none.
    var uniqueID: String?

    /// Where its objects begin, in references to them [constructing_hierarchyobjreftype].
    var platform: HierarchyPlatform? { uniqueID == nil ? nil : HierarchyPlatform(hostType: kind) }
}
