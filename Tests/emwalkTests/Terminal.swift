// SPDX-License-Identifier: Apache-2.0

#if Network && os(Linux)
import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// The command at a terminal of its own, made by script(1): what is typed gets there as keys, Ctrl-C as a signal.
enum Terminal {
    static let script = "/usr/bin/script"
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: script) }

    /// Something to type once the screen shows some words that it did not show when the last thing was typed.
    struct Reply: Sendable {
        let words: String
        let keys: String
    }

    static let controlC = "\u{03}"

    /// Runs a command line; returns its status and everything that the terminal showed.
    static func run(_ arguments: [String], _ replies: [Reply]) async throws -> (status: Int32, screen: String) {
        let words = ([Emwalk.executable.string] + arguments).map { "'\($0)'" }.joined(separator: " ")
        // In the place of the shell: some shells end by Ctrl-C too, whatever the status of the command that dealt with it.
        let line = "exec \(words)"
        let result = try await TestPlace.with {
            try await Subprocess.run(
                .path(FilePath(script)),
                arguments: Arguments(["-qefc", line, "/dev/null"]),
                environment: Emwalk.environment(["EMWALK_PASSWORD": "Passw0rd!", "TERM": "xterm"]),
                input: .inputWriter,
                output: .sequence,
                error: .discarded
            ) { execution in
                var screen = ""
                var seen = screen.startIndex
                var left = replies[...]
                for try await buffer in execution.standardOutput {
                    screen += buffer.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
                    while let reply = left.first, let found = screen[seen...].range(of: reply.words) {
                        left.removeFirst()
                        seen = found.upperBound
                        _ = try await execution.standardInputWriter.write(reply.keys)
                    }
                }
                try await execution.standardInputWriter.finish()
                return screen
            }
        }
        return (Emwalk.status(result.terminationStatus), result.closureResult)
    }
}
#endif
