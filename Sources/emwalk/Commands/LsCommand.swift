// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import HypermediaClient

/// `emwalk ls`: the links of a resource, numbered.
struct LsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ls",
        abstract: "List the links and items of a resource.",
        discussion: """
            A PATH walks from the logon session over links: Down:JobReferenceList/@Nightly/Alternate:Job
            Without one, the links of the session itself are listed.
            """
    )

    @Argument(help: ArgumentHelp("A link path.", valueName: "path"))
    var path: String = ""

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console()
        let route = try await Route.typed(path)
        let listing = try await Connection(connection, console: console).withSession { session in
            try await Explainable.about(route.whole) { try await session.walk(route) }
        }
        if output.json {
            console.out(JSONValue.object(ResourceJSON.members(of: listing)).text())
            return
        }
        if console.width != nil { console.out(ResourceText(console: console).headline(of: listing)) }
        console.out(LinkTable(of: listing, console: console).text)
        let items = listing.items
        if !items.isEmpty { console.out("\n" + ItemTable(items, console: console).text) }
    }
}
#endif
