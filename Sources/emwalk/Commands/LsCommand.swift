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
            Without one, the links of the session itself are listed. Of a collection -o csv and ndjson have a row for \
            each item, of anything else one for each link.
            """
    )

    @Argument(help: ArgumentHelp("A link path.", valueName: "path"), completion: PathCompletion.kind)
    var path: String = ""

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: ViewOptions

    func run() async throws {
        try await LookCommand(path: path, connection: connection, output: output).run { look, resource, path in
            try await look.links(of: resource, at: path)
        }
    }
}
#endif
