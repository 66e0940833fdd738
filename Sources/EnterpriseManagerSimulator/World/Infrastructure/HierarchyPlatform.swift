// SPDX-License-Identifier: Apache-2.0

/// The kinds of virtual infrastructure: how references to their objects are spelt, and which objects the lookup service
/// offers of them [constructing_hierarchyobjreftype, lookup_service].
enum HierarchyPlatform: String, Sendable {
    case vmware = "VMware"
    case vCloud
    case hyperV = "HyperV"

    /// The platform of a host type, or nil if nothing virtual is below it.
    init?(hostType: String) {
        switch hostType {
        case "VC", "ESX", "ESXi": self = .vmware
        case "VcdSystem": self = .vCloud
        case "Scvmm", "HvServer", "HvCluster": self = .hyperV
        default: return nil
        }
    }

    /// The types that have a link of their own [lookup_service].
    var offeredTypes: [String] {
        switch self {
        case .vmware: ["Vm", "Tag", "StoragePod"]
        case .vCloud: ["Vm", "Organization", "OrgVdc", "Datastore", "OrgVdcStorageProfile", "Vapp"]
        case .hyperV: ["Vm", "VmGroup"]
        }
    }

    /// Every type that the guide knows, for queries made by hand [constructing_hierarchyobjreftype].
    var types: [String] {
        switch self {
        case .vmware:
            [
                "Vm", "Host", "Cluster", "Template", "VirtualApp", "Vc", "Datacenter", "Folder", "Datastore",
                "ComputeResource", "ResourcePool", "Tag", "Category", "StoragePod",
            ]
        case .vCloud:
            [
                "Vm", "VcdSystem", "Organization", "OrgVdc", "Vapp", "VappTemplate", "VmTemplate", "Datastore",
                "OrgVdcStorageProfile",
            ]
        case .hyperV: ["Vm", "Host", "Cluster", "Scvmm", "HostGroup", "VmGroup"]
        }
    }

    /// The reference to an object of a root.
    func reference(_ type: String, _ object: String, root: GUID) -> String {
        "urn:\(rawValue):\(type):\(root).\(object)"
    }
}
