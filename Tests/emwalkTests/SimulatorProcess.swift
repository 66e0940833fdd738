// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Subprocess

/// `emwalk simulate` in a process of its own, for commands that share its state.
struct SimulatorProcess {
    /// When its world begins: by day, when no job of it runs by its schedule.
    static let startTime = "2026-03-02T09:00:00Z"

    /// Its entry point.
    let url: String
    /// The file with the certificate to trust.
    let authority: String

    /// The options that lead a command there.
    var options: [String] { ["--em", url, "--cacert", authority, "--user", "administrator"] }

    /// Runs a simulator as long as the body runs.
    static func with<R: Sendable>(
        _ arguments: [String] = [],
        _ body: @escaping @Sendable (SimulatorProcess) async throws -> R
    ) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let authority = folder.appendingPathComponent("ca.pem").path
        let result = try await TestPlace.with {
            try await Subprocess.run(
                .path(Emwalk.executable),
                arguments: Arguments(
                    ["simulate", "--port", "0", "--ca-out", authority, "--start-time", startTime] + arguments
                ),
                environment: Emwalk.environment([:]),
                input: .none,
                output: .sequence,
                error: .discarded
            ) { execution in
                for try await line in execution.standardOutput.strings() where line.hasPrefix("ready ") {
                    let url = line.dropFirst("ready ".count).trimmingCharacters(in: .whitespacesAndNewlines)
                    let simulator = SimulatorProcess(url: url, authority: authority)
                    do {
                        let result = try await body(simulator)
                        try execution.send(signal: .interrupt)
                        return Result<R, any Error>.success(result)
                    } catch {
                        try execution.send(signal: .interrupt)
                        return .failure(error)
                    }
                }
                return .failure(SimulatorSaidNothing())
            }
        }
        return try result.closureResult.get()
    }

    /// Runs a command against this simulator, with its password.
    func emwalk(
        _ arguments: [String],
        password: String = "Passw0rd!",
        input: String = "",
        options: [String]? = nil
    ) async throws -> Emwalk.Run {
        let result = try await Subprocess.run(
            .path(Emwalk.executable),
            arguments: Arguments(arguments + (options ?? self.options)),
            environment: Emwalk.environment(["EMWALK_PASSWORD": password]),
            input: .string(input),
            output: .string(limit: 4 << 20),
            error: .string(limit: 4 << 20)
        )
        return Emwalk.Run(
            status: Emwalk.status(result.terminationStatus),
            stdout: result.standardOutput,
            stderr: result.standardError
        )
    }

    private struct SimulatorSaidNothing: Error {}
}
#endif
