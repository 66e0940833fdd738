// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Subprocess

#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

/// Runs the program of a profile that prints a password.
enum PasswordProgram {
    /// The first line that it prints.
    ///
    /// It gets no stdin, which may be data of the command; what it says on stderr is shown.
    static func run(_ command: ConnectionProfile.PasswordCommand) async throws -> String {
        let executable: Executable
        let arguments: [String]
        switch command {
        case .words(let words):
            let program = words.first ?? ""
            executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
            arguments = Array(words.dropFirst())
        case .shell(let line):
            executable = .path("/bin/sh")
            arguments = ["-c", line]
        }
        let output: String
        let status: TerminationStatus
        do {
            let result = try await Subprocess.run(
                executable,
                arguments: Arguments(arguments),
                input: .none,
                output: .string(limit: 64 << 10),
                error: .currentStandardError
            )
            output = result.standardOutput
            status = result.terminationStatus
        } catch {
            try Task.checkCancellation()
            throw CommandError(
                "password-command",
                "The password_command of the profile could not be run.",
                hint: "Check that its first word is a program that is there."
            )
        }
        guard case .exited(0) = status else {
            throw CommandError("password-command", "The password_command of the profile failed: \(status).")
        }
        let line = output.prefix { !$0.isNewline }
        guard !line.isEmpty else {
            throw CommandError("password-command", "The password_command of the profile printed no password.")
        }
        return String(line)
    }
}
#endif
