// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Foundation
internal import Hypermedia
internal import HypermediaClient

/// `emwalk har`: recorded conversations from and for other tools.
struct HARCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "har",
        abstract: "Turn a recorded conversation into an HTTP archive (HAR), or one of a browser into a recording.",
        subcommands: [Export.self, Import.self]
    )

    /// Is `emwalk har export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write a recording as an HTTP archive, on stdout.")

        @Argument(help: ArgumentHelp("A folder that --record wrote.", valueName: "dir"), completion: .directory)
        var cassette: String

        func run() throws {
            Console(arguments: []).outRaw(try Cassette(folder: cassette).har + [0x0A])
        }
    }

    /// Is `emwalk har import`.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a recording of an HTTP archive, secrets and host taken out."
        )

        @Argument(help: ArgumentHelp("An archive, such as a browser saves.", valueName: "file"), completion: .file())
        var file: String

        @Argument(help: ArgumentHelp("The folder to write.", valueName: "dir"), completion: .directory)
        var cassette: String

        @Option(
            name: .long,
            help: ArgumentHelp("The entry point; default: what was asked first.", valueName: "url")
        )
        var entry: String?

        func run() async throws {
            let imported = try await Cassette.imported(
                har: Array(try FileArgument.read(file)),
                profile: .enterpriseManager,
                entry: try entry.map { try EntryPoint($0) }
            )
            try imported.write(folder: cassette)
            Console(arguments: []).err("\(imported.exchanges.count) exchanges in ‘\(cassette)’.")
        }
    }
}
#endif
