// SPDX-License-Identifier: Apache-2.0

/// A backup repository; sizes in bytes.
struct RepositoryRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    let capacity: Int
    let freeSpace: Int
    /// `WindowsLocal`, `LinuxLocal`, `Extendable` (a scale-out repository) and others [repositories_id].
    let kind: String
}
