// SPDX-License-Identifier: Apache-2.0

#if Network
/// A command as the argument parser tells of it (`--experimental-dump-help`).
struct CommandHelp: Decodable {
    /// The document.
    struct Document: Decodable {
        let command: CommandHelp
    }

    /// A flag, an option or a positional argument.
    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            /// With its dashes.
            var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
        }

        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let abstract: String?
        let discussion: String?
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let arguments: [Argument]?
    let subcommands: [CommandHelp]?
}
#endif
