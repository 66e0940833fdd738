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
        discussion: """
            PATH as in emwalk ls; without one, the session itself. On a terminal dates are in local time and sizes in \
            units for people; --exact shows them as received, as do files, pipes and the other formats.
            Example: emwalk show Down:RepositoryList --where 'FreeSpace<500GB' --fields Name,FreeSpace --simulator
            """
    )

    @Argument(help: ArgumentHelp("A link path.", valueName: "path"), completion: PathCompletion.kind)
    var path: String = ""

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: ViewOptions

    func run() async throws {
        try await LookCommand(path: path, connection: connection, output: output).run { look, resource, path in
            try await look.content(of: resource, at: path)
        }
    }
}
#endif
