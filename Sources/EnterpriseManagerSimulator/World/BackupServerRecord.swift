// SPDX-License-Identifier: Apache-2.0

/// A backup server that this Enterprise Manager looks after.
struct BackupServerRecord: Sendable {
    let id: GUID
    let name: String
    let description: String
    let version: String
}
