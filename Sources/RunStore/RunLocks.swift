// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Workflows

/// Which process goes on with which run: a file for each run, locked by its process.
///
/// The lock belongs to the open file and dies with the process, however it ends; nothing has to be cleaned up after a
/// kill, and no clock decides whether somebody is still alive.
struct RunLocks: Sendable {
    let folder: String

    func claim(_ run: String) throws -> RunClaim {
        try PrivateFile.makeFolder(folder)
        let path = path(of: run)
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw PrivateFile.failure(path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw WorkflowError.busy(run)
            }
            // The file may have been forgotten between opening and locking; a lock on it would bind nobody.
            if isSame(descriptor, path) { return RunClaim { close(descriptor) } }
            close(descriptor)
        }
    }

    /// Removes the file of a run that the caller holds.
    func forget(_ run: String) { unlink(path(of: run)) }

    private func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino
            && opened.st_dev == named.st_dev
    }

    /// The name of a run comes from a command line; it must not lead out of the folder.
    private func path(of run: String) -> String {
        let name = run.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16) + "_"
        }
        return folder + "/" + name.joined()
    }
}
#endif
