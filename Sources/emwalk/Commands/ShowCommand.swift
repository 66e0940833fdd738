// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import HypermediaClient

/// `emwalk show`: a resource for people.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a resource says.",
        discussion: "PATH as in emwalk ls; without one, the session itself."
    )

    @Argument(help: ArgumentHelp("A link path.", valueName: "path"))
    var path: String = ""

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console()
        let route = try await Route.typed(path)
        let resource = try await Connection(connection, console: console).withSession { session in
            try await Explainable.about(route.whole) { try await session.walk(route) }
        }
        if output.json {
            console.out(JSONValue.object(ResourceJSON.members(of: resource)).text())
        } else {
            console.out(ResourceText(console: console).show(resource))
        }
    }
}
#endif
