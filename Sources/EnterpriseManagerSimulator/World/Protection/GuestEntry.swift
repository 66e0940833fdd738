// SPDX-License-Identifier: Apache-2.0

/// A file or directory of a guest.
struct GuestEntry: Sendable {
    /// The segments of its path, the volume first.
    let path: [String]
    let isDirectory: Bool
    /// Bytes; zero for directories.
    let size: Int
    let owner: String
    let modified: Timestamp

    var name: String { path.last ?? "" }
}
