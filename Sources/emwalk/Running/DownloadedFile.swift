// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// A file that a workflow downloads.
enum DownloadedFile {
    /// Writes it; what is there already stays.
    static func save(_ path: String, _ bytes: [UInt8]) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw CommandError(
                "bad-file",
                isThere ? "‘\(path)’ is there already, so nothing was written." : "‘\(path)’ cannot be written.",
                hint: isThere ? "Name another file, or move that one away." : "Check its folder and permissions."
            )
        }
    }
}
#endif
