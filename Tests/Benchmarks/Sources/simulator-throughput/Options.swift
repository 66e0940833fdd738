// SPDX-License-Identifier: Apache-2.0

/// The arguments of the command: `--name` or `--name=value`.
struct Options {
    private let values: [String: String]

    init(_ arguments: some Sequence<String>) {
        var values: [String: String] = [:]
        for argument in arguments where argument.hasPrefix("--") {
            let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name] }
    func has(_ name: String) -> Bool { values[name] != nil }
    func number(_ name: String, or fallback: Int) -> Int { values[name].flatMap { Int($0) } ?? fallback }
}
