// SPDX-License-Identifier: Apache-2.0

#if Network && os(Linux)
import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// What a terminal of 120 columns shows when a command line has ended.
enum Screen {
    static func lines(
        of words: String,
        in folder: String,
        environment: [String: String]
    ) async throws -> (status: Int32, lines: [String]) {
        let result = try await Subprocess.run(
            .path(FilePath(Terminal.script)),
            arguments: Arguments(["-qefc", "stty cols 120; cd '\(folder)'; \(words)", "/dev/null"]),
            environment: Emwalk.environment(environment),
            input: .none,
            output: .string(limit: 4 << 20),
            error: .discarded
        )
        return (Emwalk.status(result.terminationStatus), rows(result.standardOutput))
    }

    /// The rows that are left once lines were drawn over and sequences for colours are gone.
    static func rows(_ bytes: String) -> [String] {
        // By scalars: to a string, the two that end a line are one character.
        var rows = bytes.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { row in
            var drawn = row
            while drawn.last == "\r" { drawn.removeLast() }
            let last = drawn.split(separator: "\r", omittingEmptySubsequences: false).last ?? drawn
            let plain = String(Substring(last)).replacing(/\u{1b}\[[0-9;?]*[A-Za-z]/, with: "")
            return String(plain.reversed().drop(while: \.isWhitespace).reversed())
        }
        while rows.last?.isEmpty == true { rows.removeLast() }
        return rows
    }
}
#endif
