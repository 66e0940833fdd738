// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Subprocess
internal import Synchronization

#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

/// Where the data of a line goes: the terminal, through a pager where it is long, a program or a file.
final class ShellOutput: Sendable {
    private let destination: ShellLine.Destination
    private let isPaged: Bool
    private let text = Mutex("")

    /// Verbs whose results are there to be read; those of others come while they work.
    private static let read: Set<String> = [
        "ls", "show", "get", "find", "form", "schema", "links", "why", "workflows", "runs", "diff", "check", "help",
        "hist", "plan",
    ]

    init(_ destination: ShellLine.Destination, verb: String, pages: Bool) {
        self.destination = destination
        isPaged = pages && ShellOutput.read.contains(verb)
    }

    /// Whether it does not go to the terminal.
    var isPiped: Bool { destination != .terminal }

    /// Takes what would go to stdout; nil where it goes there.
    var capture: (@Sendable (String) -> Void)? {
        guard isPiped || isPaged else { return nil }
        return { text in self.text.withLock { $0 += text } }
    }

    /// Hands over what was taken.
    func finish() async throws {
        let text = text.withLock { $0 }
        guard !text.isEmpty || isPiped else { return }
        switch destination {
        case .terminal: try await page(text)
        case .program(let line): _ = try await ShellOutput.run(line, input: text)
        case .file(let name, let isAppended): try write(text, to: name, isAppended: isAppended)
        }
    }

    private func page(_ text: String) async throws {
        let environment = ProcessInfo.processInfo.environment
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        guard let rows = Console.rows, lines >= rows else {
            try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
            return
        }
        let named = [environment["EMWALK_PAGER"], environment["PAGER"]].compactMap(\.self).first { !$0.isEmpty }
        // A pager that is not there is no reason to show nothing.
        guard try await ShellOutput.run(named ?? "less -RFX", input: text) == 127 else { return }
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    private func write(_ text: String, to name: String, isAppended: Bool) throws {
        do {
            let url = URL(fileURLWithPath: (name as NSString).expandingTildeInPath)
            if isAppended, FileManager.default.fileExists(atPath: url.path) {
                let handle = try FileHandle(forWritingTo: url)
                defer { try? handle.close() }
                try handle.seekToEnd()
                try handle.write(contentsOf: Data(text.utf8))
            } else {
                try Data(text.utf8).write(to: url)
            }
        } catch {
            throw CommandError("bad-file", "‘\(name)’ cannot be written.", hint: "Check its folder and permissions.")
        }
    }

    /// Runs a line of /bin/sh, and returns its status.
    private static func run(_ line: String, input: String) async throws -> Int32 {
        do {
            let result = try await Subprocess.run(
                .path("/bin/sh"),
                arguments: ["-c", line],
                input: .string(input),
                output: .currentStandardOutput,
                error: .currentStandardError
            )
            if case .exited(let code) = result.terminationStatus { return code }
            return 0
        } catch {
            // Programs such as head go before they have read everything.
            return 0
        }
    }
}
#endif
