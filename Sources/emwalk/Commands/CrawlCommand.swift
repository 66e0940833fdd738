// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import Survey

/// `emwalk crawl`: everything that can be read, into a snapshot.
struct CrawlCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crawl",
        abstract: "Follow every link that only reads, into a snapshot.",
        discussion: """
            A snapshot is one SQLite file with documents, resources, properties, links and findings; secrets and host \
            names are left out. ‘emwalk graph’, ‘diff’, ‘contract’ and ‘check’ read it, and so does any SQLite tool.

            A crawl that was cut off goes on where it was when it is started again with the same file; so does one that \
            is to go further. --estimate reads two levels and tells what lies beyond.
            """
    )

    @Option(name: .long, help: ArgumentHelp("Where it begins: a link path.", valueName: "path"))
    var from: String = ""

    @Option(
        name: .long,
        help: ArgumentHelp("The snapshot to write or to go on with.", valueName: "file"),
        completion: .file()
    )
    var out: String = "em.emsnap"

    @Option(name: .long, help: ArgumentHelp("How many links in a row are followed.", valueName: "n"))
    var depth: Int = 20

    @Option(name: .long, help: ArgumentHelp("How many documents are read in this run.", valueName: "n"))
    var max: Int?

    @Option(name: .long, help: ArgumentHelp("How many items of each collection are followed further.", valueName: "n"))
    var sample: Int?

    @Option(name: .long, help: ArgumentHelp("Follow links of this type only; may be repeated.", valueName: "type"))
    var type: [String] = []

    @Option(name: .long, help: ArgumentHelp("Do not follow links of this type; may be repeated.", valueName: "type"))
    var excludeType: [String] = []

    @Option(name: .long, help: ArgumentHelp("How many requests a second, at the most.", valueName: "n"))
    var rate: Double?

    @Option(name: .long, help: ArgumentHelp("How many requests at once.", valueName: "n"))
    var concurrency: Int = 4

    @Flag(name: .long, help: "Read two levels only, and tell what lies beyond.")
    var estimate = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: DocumentOptions

    mutating func validate() throws {
        if depth < 0 || concurrency < 1 || (rate.map { $0 <= 0 } ?? false) || (sample.map { $0 < 1 } ?? false) {
            throw ValidationError("Limits must be more than 0.")
        }
    }

    func run() async throws {
        let console = Console()
        let path = try await Route.typed(from).whole
        let policy = CrawlPolicy(
            depth: estimate ? min(depth, 2) : depth,
            documents: max,
            sample: sample,
            types: Set(type.map { LinkType($0) }),
            excludedTypes: Set(excludeType.map { LinkType($0) }),
            rate: rate,
            concurrency: concurrency
        )
        let snapshot = try Snapshot.writable(out)
        let before = try snapshot.summary()
        if before.read > 0, output.format == .table {
            console.err("‘\(out)’ holds \(before.read) documents; going on with \(before.waiting) that wait.")
        }
        let summary = try await Connection(connection, console: console)
            .crawl(from: path, into: snapshot, policy: policy)
        let unread = estimate ? try snapshot.unread() : []
        try output.write(CrawlText.json(summary, file: out, unread: unread), to: console) {
            CrawlText(console: console).describe(summary, file: out, unread: unread)
        }
    }
}
#endif
