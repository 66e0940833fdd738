// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import Survey

/// `emwalk diff`: what is different between two snapshots.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what is different between two snapshots.",
        discussion: """
            Resources are compared by what they are, not by where or in which order they stand: gone, new, values that \
            changed, links gained and lost. Exits with 8 if anything differs.
            """
    )

    @Argument(help: ArgumentHelp("The earlier snapshot.", valueName: "a"), completion: .file())
    var earlier: String

    @Argument(help: ArgumentHelp("The later snapshot.", valueName: "b"), completion: .file())
    var later: String

    @Option(
        name: .long,
        help: ArgumentHelp("A property that does not count, such as CreationTime; may be repeated.", valueName: "name")
    )
    var ignore: [String] = []

    @OptionGroup var output: DocumentOptions

    func run() throws {
        let console = Console()
        let diff = try Snapshot(opening: earlier).diff(to: Snapshot(opening: later), ignoring: Set(ignore))
        let text = DiffText(console: console)
        try output.write(DiffText.json(diff), rows: DiffText.rows(diff), to: console) { text.describe(diff) }
        if !diff.isEmpty { throw Finished(status: .findings) }
    }
}
#endif
