// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia

/// Reads the inputs of many runs: a JSON object a line.
enum EachFile {
    static func read(_ path: String, over given: [String: String]) throws -> [[String: String]] {
        let text = String(decoding: try FileArgument.read(path), as: UTF8.self)
        var rounds: [[String: String]] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let inputs = try? JSONDecoder().decode([String: String].self, from: Data(line.utf8)) else {
                throw CommandError(
                    "bad-file",
                    "Line \(index + 1) of ‘\(path)’ is no JSON object of texts.",
                    hint: "Write one object a line: {\"job\": \"Nightly\", \"name\": \"Nightly 2\"}"
                )
            }
            rounds.append(given.merging(inputs) { $1 })
        }
        guard !rounds.isEmpty else { throw CommandError("bad-file", "‘\(path)’ holds no inputs.") }
        return rounds
    }
}
#endif
