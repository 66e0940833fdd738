// SPDX-License-Identifier: Apache-2.0

#if Network
import Subprocess

/// Runs the command and interrupts it, as Ctrl-C does, once it says something.
enum InterruptedRun {
    /// The status and what was said.
    ///
    /// - Parameters:
    ///   - arguments: the words of the command.
    ///   - input: what stdin begins with, which then stays open; nil for no input.
    ///   - signal: what it is interrupted by.
    ///   - word: what it says on stderr when it is time.
    static func status(
        _ arguments: [String],
        input: String? = nil,
        signal: Signal = .interrupt,
        whenItSays word: String
    ) async throws -> (code: Int32, stderr: String) {
        let result = try await TestPlace.with {
            try await Subprocess.run(
                .path(Emwalk.executable),
                arguments: Arguments(arguments),
                environment: Emwalk.environment(["EMWALK_PASSWORD": "Passw0rd!"]),
                input: .inputWriter,
                output: .discarded,
                error: .sequence
            ) { execution in
                if let input {
                    _ = try await execution.standardInputWriter.write(input)
                } else {
                    try await execution.standardInputWriter.finish()
                }
                var said = ""
                var isInterrupted = false
                for try await line in execution.standardError.strings() {
                    said += line + "\n"
                    if !isInterrupted, line.contains(word) {
                        isInterrupted = true
                        try execution.send(signal: signal)
                    }
                }
                return said
            }
        }
        return (Emwalk.status(result.terminationStatus), result.closureResult)
    }
}
#endif
