// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import Survey

/// `emwalk contract`: what links each type of resource offers, and what another server breaks of it.
struct ContractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Write down which links each type offers, or hold another server, version or role to it.",
        subcommands: [Make.self, Check.self, Matrix.self]
    )

    /// Is `emwalk contract make`.
    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the contract that a snapshot keeps, as JSON."
        )

        @Argument(help: ArgumentHelp("A snapshot that emwalk crawl made.", valueName: "snapshot"), completion: .file())
        var snapshot: String

        func run() throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let contract = try Snapshot(opening: snapshot).contract()
            Console(arguments: []).out(String(decoding: try encoder.encode(contract), as: UTF8.self))
        }
    }

    /// Is `emwalk contract check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold a snapshot to a contract; exits with 8 if something breaks it."
        )

        @Argument(
            help: ArgumentHelp("A contract that emwalk contract make wrote.", valueName: "contract"),
            completion: .file()
        )
        var contract: String

        @Argument(
            help: ArgumentHelp("A snapshot of another server, version or role.", valueName: "snapshot"),
            completion: .file()
        )
        var snapshot: String

        @OptionGroup var output: DocumentOptions

        func run() throws {
            let console = Console()
            let made: LinkContract
            do {
                made = try JSONDecoder().decode(LinkContract.self, from: Data(try FileArgument.read(contract)))
            } catch is DecodingError {
                throw CommandError("bad-file", "‘\(contract)’ is no contract.", hint: "emwalk contract make SNAPSHOT")
            }
            let breaches = made.breaches(by: try Snapshot(opening: snapshot).contract())
            try output.write(.array(breaches.map(ContractCommand.json)), to: console) {
                let lines = breaches.map { breach in
                    let word = breach.isBreaking ? console.style.red("breaks") : console.style.green("adds")
                    return "\(word)  \(breach.rule.rawValue)  \(breach.message)"
                }
                let breaking = breaches.count(where: \.isBreaking)
                let count = "\(breaking) break the contract, \(breaches.count - breaking) add to it"
                return (lines + [count]).joined(separator: "\n")
            }
            if breaches.contains(where: \.isBreaking) { throw Finished(status: .findings) }
        }
    }

    private static func json(_ breach: ContractBreach) -> JSONValue {
        .members(
            ("rule", .string(breach.rule.rawValue)),
            ("breaking", .boolean(breach.isBreaking)),
            ("kind", .string(breach.kind)),
            ("rel", .optional(breach.rel)),
            ("type", .optional(breach.type)),
            ("message", .string(breach.message))
        )
    }
}
#endif
