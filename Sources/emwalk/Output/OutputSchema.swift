// SPDX-License-Identifier: Apache-2.0

#if Network
/// The JSON Schema of what a command prints with `--json`.
enum OutputSchema {
    /// The schema, if the arguments ask for one.
    static func asked(by arguments: [String]) -> String? {
        guard arguments.contains("--describe-json"), let command = arguments.first(where: { !$0.hasPrefix("-") }) else {
            return nil
        }
        return text(for: command)
    }

    static func text(for command: String) -> String? { nil }
}
#endif
