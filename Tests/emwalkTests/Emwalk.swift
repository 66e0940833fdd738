// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// The built command, run as a person runs it.
enum Emwalk {
    /// What a run left behind.
    struct Run {
        let status: Int32
        let stdout: String
        let stderr: String

        var json: Any? { try? JSONSerialization.jsonObject(with: Data(stdout.utf8), options: .fragmentsAllowed) }
        var object: [String: Any] { json as? [String: Any] ?? [:] }
        var error: [String: Any] {
            let document = try? JSONSerialization.jsonObject(with: Data(stderr.utf8))
            return (document as? [String: Any])?["error"] as? [String: Any] ?? [:]
        }
    }

    /// The executable beside the test bundle.
    static var executable: FilePath {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        var folder = bundle.deletingLastPathComponent()
        while folder.path != "/",
            !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("emwalk").path)
        {
            folder.deleteLastPathComponent()
        }
        return FilePath(folder.appendingPathComponent("emwalk").path)
    }

    /// An environment without anything that could name an EM or a password.
    static func environment(_ extra: [String: String]) -> Environment {
        var values: [Environment.Key: String?] = [
            "EMWALK_EM": nil, "EMWALK_USER": nil, "EMWALK_PASSWORD": nil, "NETRC": "/nonexistent", "NO_COLOR": "1",
            "FORCE_COLOR": nil,
            // Runs are written down; not among those of the person who tests, nor of other tests.
            "XDG_STATE_HOME": .some(TestPlace.current?.state ?? "/nonexistent"),
        ]
        for (name, value) in extra { values[.init(stringLiteral: name)] = value }
        return .inherit.updating(values)
    }

    /// Runs the command to its end.
    static func run(
        _ arguments: String...,
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Run {
        try await run(list: arguments, input: input, environment: environment)
    }

    /// Runs the command to its end.
    static func run(
        list arguments: [String],
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Run {
        // From a file: a pipe to a command that ends without reading it would break.
        let file = URL(filePath: NSTemporaryDirectory()).appending(path: "emwalk-input-\(UUID().uuidString)")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try await TestPlace.with {
            try await Subprocess.run(
                .path(executable),
                arguments: Arguments(arguments),
                environment: self.environment(environment),
                input: .fileDescriptor(try .open(file.path, .readOnly), closeAfterSpawningProcess: true),
                output: .string(limit: 4 << 20),
                error: .string(limit: 4 << 20)
            )
        }
        return Run(
            status: status(result.terminationStatus),
            stdout: result.standardOutput,
            stderr: result.standardError
        )
    }

    static func status(_ status: TerminationStatus) -> Int32 {
        switch status {
        case .exited(let code): return Int32(code)
        default: return -1
        }
    }
}
#endif
