// SPDX-License-Identifier: Apache-2.0

#if Network
import Subprocess

/// Runs the command and interrupts it, as Ctrl-C does, once it says something.
enum InterruptedRun {
    static func status(_ arguments: [String], whenItSays word: String) async throws -> (code: Int32, stderr: String) {
        let result = try await Subprocess.run(
            .path(Emwalk.executable),
            arguments: Arguments(arguments),
            environment: Emwalk.environment(["EMWALK_PASSWORD": "Passw0rd!"]),
            input: .none,
            output: .discarded,
            error: .sequence
        ) { execution in
            var said = ""
            var isInterrupted = false
            for try await line in execution.standardError.strings() {
                said += line + "\n"
                if !isInterrupted, line.contains(word) {
                    isInterrupted = true
                    try execution.send(signal: .interrupt)
                }
            }
            return said
        }
        return (Emwalk.status(result.terminationStatus), result.closureResult)
    }
}
#endif
