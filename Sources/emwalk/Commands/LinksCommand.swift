// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia
internal import HypermediaClient

/// `emwalk links`: every link of a document or of a live resource.
struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: "List every link of a document, or of a live resource with --at."
    )

    @Argument(help: ArgumentHelp("A file, or - for stdin.", valueName: "file"))
    var file: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The link path of a live resource.", valueName: "path"),
        completion: PathCompletion.kind
    )
    var at: String?

    @Option(help: ArgumentHelp("xml or json; default: told by the first bytes.", valueName: "format"))
    var format: FormatArgument?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: DocumentOptions

    func validate() throws {
        guard (file == nil) != (at == nil) else { throw ValidationError("Name a FILE (or -), or --at PATH.") }
    }

    func run() async throws {
        let console = Console()
        let links = try await links(console)
        try output.write(.array(links.map(ResourceJSON.link)), to: console) { table(links, console) }
    }

    private func table(_ links: [Link], _ console: Console) -> String {
        var table = TextTable("REL", "TYPE", "NAME", "OWNER", "HREF")
        for link in links {
            table.rows.append([
                link.rel.rawValue, link.type?.rawValue ?? "-", link.name ?? "-", link.owner.name,
                ResourceJSON.shownHref(link),
            ])
        }
        table.uncut = [4]
        let style = console.style
        table.paint = { $0 == 0 ? style.bold($1) : $0 == 4 ? style.dim($1) : $1 }
        return table.text(console)
    }

    private func links(_ console: Console) async throws -> [Link] {
        guard let at else {
            return try Representation.read(
                try FileArgument.read(file ?? "-"),
                format: format?.format,
                profile: .enterpriseManager
            ).links
        }
        let route = try await Route.typed(at)
        return try await Connection(connection, console: console).withSession { session in
            try await Explainable.about(route.whole) { try await session.walk(route).allLinks }
        }
    }
}
#endif
