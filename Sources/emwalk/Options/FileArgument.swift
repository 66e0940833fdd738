// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// A file that a person names, `-` being stdin.
enum FileArgument {
    static func read(_ path: String) throws -> [UInt8] {
        do {
            if path == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw CommandError(
                "bad-file",
                "The file ‘\(path)’ cannot be read.",
                hint: "Check its name and permissions."
            )
        }
    }
}
#endif
