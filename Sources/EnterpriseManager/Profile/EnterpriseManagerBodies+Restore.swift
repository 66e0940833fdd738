// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension EnterpriseManagerBodies {
    /// Restore points, their mounts and the files in them.
    static let restore: [BodyRule] =
        [
            BodyRule(
                rel: "Restore",
                owner: "VmRestorePoint",
                root: "RestoreSpec",
                isOptional: true,
                note: "Without a body the machine is restored to where it was (scenario_vm_restore).",
                source: "post_vmrestorepoints_id_actionrestore"
            ),
            BodyRule(
                rel: "Restore",
                owner: "VAppRestorePoint",
                root: "RestoreSpec",
                branch: .always("vCloudVAppRestoreSpec"),
                source: "post_vapprestorepoints_id_actionrestore"
            ),
            mount("VmRestorePoint", source: "post_vmrestorepoints_id_mountpoints"),
            mount("VmReplicaPoint", source: "post_vmreplicapoints_id_mountpoints"),
            mount("AgentRestorePoint", source: "post_agents_agentrestorepoints_id_mounts"),
        ]
        // The pages of mounts of replica points and agents say the same: post_vmreplicapoints_id_mountpoints_id_
        // filepath_actionrestore, post_agents_agentrestorepoints_id_mounts_id_filepath_actionrestore.
        + ["DirectoryEntry", "FileEntry"].map { owner in
            BodyRule(
                rel: "Restore",
                owner: owner,
                root: "FileRestoreSpec",
                isOptional: true,
                note: "An entry of a mount needs it; an entry of the catalog takes none (scenario_1_click_restore).",
                source: "post_vmrestorepoints_id_mountpoints_id_filepath_actionrestore"
            )
        }

    private static func mount(_ owner: String, source: String) -> BodyRule {
        BodyRule(
            rel: "Create",
            type: LinkType(owner + "Mount"),
            owner: owner,
            // Seen in a public collection of requests.
            root: "StartMountSpec",
            isOptional: true,
            source: source
        )
    }
}
