// SPDX-License-Identifier: Apache-2.0

/// A restore point whose guest file systems are open; it lives as long as the logon session that made it
/// [vmrestorepoints_id_mountpoint].
struct MountRecord: Sendable {
    /// What is mounted: a restore point or a replica point of a machine.
    let point: GUID
    /// Its number among the mounts of the point.
    let number: Int
    let session: GUID
    let files: GuestFileSystem
    /// What has been made ready to be downloaded, by path in lower case.
    var ready: Set<String> = []
}
