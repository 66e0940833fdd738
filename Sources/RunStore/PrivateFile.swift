// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// Files that their owner alone can read.
enum PrivateFile {
    /// Makes an empty file and the folders that it lies in, unless they are there; SQLite gives the files beside a
    /// database the rights that the database has.
    static func make(_ path: String) throws {
        try makeFolder((path as NSString).deletingLastPathComponent)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        close(descriptor)
    }

    static func makeFolder(_ path: String) throws {
        guard !path.isEmpty else { return }
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    /// What the system says of the call that just failed.
    static func failure(_ path: String) -> RunStoreError {
        RunStoreError("‘\(path)’: \(String(cString: strerror(errno))).")
    }
}
#endif
