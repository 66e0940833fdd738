// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import HypermediaClient

/// `emwalk get`: the representation itself.
struct GetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Print the representation that a path leads to.",
        discussion: """
            Secrets are taken out, each replaced by the same word throughout; --raw prints the bytes as received. With \
            -o or --json it is written as emwalk show does.
            """
    )

    @Argument(help: ArgumentHelp("A link path.", valueName: "path"), completion: PathCompletion.kind)
    var path: String

    @Flag(name: .long, help: "Print the bytes as received, secrets included.")
    var raw = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: ViewOptions

    func validate() throws {
        if raw, output.form.isAsked { throw ValidationError("--raw is a format of its own.") }
    }

    func run() async throws {
        let isRaw = raw
        try await LookCommand(path: path, connection: connection, output: output).open { look, route in
            if look.view.format == .xml { return try await look.xml(at: route) }
            let (resource, bytes) = try await look.document(at: route, isRaw: isRaw)
            guard look.view.format == .table else { return try await look.content(of: resource, at: route.path) }
            return Rendering(bytes: isRaw ? bytes : bytes + [UInt8(ascii: "\n")])
        }
    }
}
#endif
