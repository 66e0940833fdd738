// SPDX-License-Identifier: Apache-2.0

/// The bodies by which machines and vApps are restored [post_vmrestorepoints_id_actionrestore,
/// post_vapprestorepoints_id_actionrestore].
enum RestoreSpec: String {
    case machine = "VmRestoreSpec"
    case vCloudMachine = "vCloudVmRestoreSpec"
    case vApp = "vCloudVAppRestoreSpec"

    /// Refuses a body that is none of these; no body means the original location [scenario_vm_restore].
    static func check(_ call: Call, accepting specs: [RestoreSpec]) throws(Refusal) {
        guard call.body.contains(where: { $0 > 0x20 }) else { return }
        let document = try call.document()
        if call.format == .xml, document.name != "RestoreSpec" {
            throw Refusal(400, "Element RestoreSpec is expected, not \(document.name)")
        }
        guard document.children.count == 1, let child = document.children.first,
            let spec = specs.first(where: { $0.rawValue.lowercased() == child.name.lowercased() })
        else {
            let names = specs.map(\.rawValue).joined(separator: " or ")
            throw Refusal(400, "RestoreSpec holds one of \(names)")
        }
        // In JSON every member may be null.
        try child.check(call.format, root: child.name, orders: spec.orders, required: spec.required)
        for name in ["PowerOnAfterRestore", "QuickRollback", "KeepOriginalVM"] {
            if let member = child[name], member.flag == nil { throw Refusal(400, "\(name) is no Boolean") }
        }
    }

    /// The schema and the example differ in the place of HierarchyRootUid.
    private var orders: [[String]] {
        switch self {
        case .machine:
            [
                ["PowerOnAfterRestore", "QuickRollback", "KeepOriginalVM", "HierarchyRootUid", "VmRestoreParameters"],
                ["PowerOnAfterRestore", "HierarchyRootUid", "QuickRollback", "KeepOriginalVM", "VmRestoreParameters"],
            ]
        case .vCloudMachine: [["PowerOnAfterRestore", "HierarchyRootUid", "vAppRef", "VmRestoreParameters"]]
        case .vApp:
            [["PowerOnAfterRestore", "HierarchyRootUid", "OrgVdcRef", "vAppNewName", "VmsRestoreParameters"]]
        }
    }

    private var required: [String] {
        switch self {
        case .machine: ["PowerOnAfterRestore", "QuickRollback"]
        case .vCloudMachine: ["PowerOnAfterRestore", "HierarchyRootUid", "vAppRef", "VmRestoreParameters"]
        case .vApp: ["PowerOnAfterRestore", "HierarchyRootUid", "OrgVdcRef"]
        }
    }
}
