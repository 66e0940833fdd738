// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import HypermediaClient

/// `emwalk get`: the representation itself.
struct GetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Print the representation that a path leads to.",
        discussion: "Session ids are masked; --raw prints the bytes as received, unmasked."
    )

    @Argument(help: ArgumentHelp("A link path.", valueName: "path"))
    var path: String

    @Flag(name: .long, help: "Print the bytes as received, secrets included.")
    var raw = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console()
        let route = try await Route.typed(path)
        let (resource, bytes) = try await Connection(connection, console: console).withSession { session in
            try await Explainable.about(route.whole) { try await GetCommand.fetch(route, session) }
        }
        if raw {
            console.outRaw(bytes)
        } else if output.json {
            console.out(JSONValue.object(ResourceJSON.members(of: resource)).text())
        } else {
            var text = String(decoding: bytes, as: UTF8.self)
            for secret in GetCommand.secrets(in: resource.representation.root) {
                text = text.replacingOccurrences(of: secret, with: "•••")
            }
            console.out(text)
        }
    }

    private static func fetch(_ route: Route, _ session: Connection.Session) async throws -> (Resource, [UInt8]) {
        let destination = try await session.resolve(route)
        let link: Link
        switch destination {
        case .link(let found): link = found
        case .resource(let resource):
            guard let own = resource.selfLink else {
                throw CommandError(
                    "link-missing",
                    "\(resource.name) has no href of its own, so it cannot be fetched by itself.",
                    hint: "emwalk show prints it as part of its document."
                )
            }
            link = own
        }
        if let verb = link.verb, !verb.isSafe {
            throw CommandError(
                "write-in-path",
                "\(link.rel) is a \(verb); get only reads.",
                hint: "Perform it with emwalk do."
            )
        }
        let answer = try await session.client.follow(link, keepingBytes: true)
        guard let resource = answer.resource else {
            throw CommandError("unusable-answer", "The answer has no body (status \(answer.status)).")
        }
        return (resource, answer.bytes ?? [])
    }

    private static func secrets(in resource: Resource) -> [String] {
        let own = resource.allProperties.filter { $0.isSecret && $0.value.count >= 4 }.map(\.value)
        return own.sorted { $0.count > $1.count }
    }
}
#endif
