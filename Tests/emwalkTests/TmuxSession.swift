// SPDX-License-Identifier: Apache-2.0

#if Network && os(Linux)
import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// The command in a terminal of its own that can be looked at: keys go in, the screen is read as a person sees it.
struct TmuxSession {
    private static let tmux = "/usr/bin/tmux"
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: tmux) }

    /// What was waited for, and what was there instead.
    struct NotSeen: Error, CustomStringConvertible {
        let words: String
        let screen: String

        var description: String { "‘\(words)’ did not come up. The screen:\n\(screen)" }
    }

    private let socket = "emwalk-\(UUID().uuidString)"
    private let environment: Environment

    /// Runs the command in a terminal as long as the body runs.
    static func with<R>(
        _ arguments: [String],
        environment: [String: String] = [:],
        _ body: (TmuxSession) async throws -> R
    ) async throws -> R {
        let line = ([Emwalk.executable.string] + arguments).map { "'\($0)'" }.joined(separator: " ")
        // Ends of programs are looked at as well.
        return try await with(line: "\(line); echo \"left with $?\"; cat", environment: environment, body)
    }

    /// Runs a line of the shell in a terminal as long as the body runs.
    static func with<R>(
        line: String,
        environment: [String: String],
        _ body: (TmuxSession) async throws -> R
    ) async throws -> R {
        try await TestPlace.with { try await open(line: line, environment: environment, body) }
    }

    private static func open<R>(
        line: String,
        environment: [String: String],
        _ body: (TmuxSession) async throws -> R
    ) async throws -> R {
        let variables = environment.merging(["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]) { $1 }
        let session = TmuxSession(environment: Emwalk.environment(variables))
        _ = try await session.tmux(["-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "60", line])
        let result: Result<R, any Error>
        do { result = .success(try await body(session)) } catch { result = .failure(error) }
        _ = try await session.tmux(["kill-server"])
        return try result.get()
    }

    /// Types a line once the shell waits for one, and waits until its result shows some words.
    func enter(_ line: String, expect words: String...) async throws {
        try await wait(for: "a prompt") { screen in
            screen.split(whereSeparator: \.isWhitespace).last?.hasSuffix(">") == true
        }
        // What is seen from here on came of this line: a question that was answered must not be answered again.
        try await keys("C-l")
        try await wait(for: "nothing but a prompt") { screen in
            screen.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) } == 1
        } of: {
            // What was cleared went up.
            _ = try await tmux(["clear-history"])
            return try await self.screen()
        }
        try await keys(line, "C-m")
        for word in words { try await wait(for: word) }
    }

    /// Types keys: names such as `Tab` or `C-c` as they are called, anything else as text.
    func keys(_ keys: String...) async throws {
        for key in keys {
            let isName = ["Tab", "C-m", "C-c", "C-d", "C-l", "C-u", "C-r", "Up", "y", "q"].contains(key)
            _ = try await tmux(["send-keys"] + (isName ? [key] : ["-l", key]))
        }
    }

    /// Waits until the screen shows some words.
    func wait(for words: String) async throws { try await wait(for: words) { $0.contains(words) } }

    /// The screen and what went by above it.
    func screen() async throws -> String { try await tmux(["capture-pane", "-p", "-J", "-S", "-"]) }

    private func wait(
        for what: String,
        until isThere: (String) -> Bool,
        of look: (() async throws -> String)? = nil
    ) async throws {
        var screen = ""
        // Long enough for a machine that has much else to do; what comes is seen at once.
        for _ in 0..<600 {
            screen = if let look { try await look() } else { try await self.screen() }
            if isThere(screen) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw NotSeen(words: what, screen: screen)
    }

    private func tmux(_ arguments: [String]) async throws -> String {
        let result = try await Subprocess.run(
            .path(FilePath(TmuxSession.tmux)),
            arguments: Arguments(["-L", socket] + arguments),
            environment: environment,
            input: .none,
            output: .string(limit: 1 << 20),
            error: .discarded
        )
        return result.standardOutput
    }
}
#endif
