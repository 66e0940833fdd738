// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManagerSimulatorServer
internal import Foundation
internal import HypermediaClient

/// `emwalk serve`: a recorded conversation as a server, for clients of any kind.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve a recorded conversation on 127.0.0.1.",
        discussion: """
            Prints ‘ready URL’ on stdout when it listens; stop it with Ctrl-C. What was recorded is answered as it was \
            then, several times in the recorded order; for anything else the connection is closed. Any user and \
            password are taken.
            """
    )

    @Argument(help: ArgumentHelp("A folder that --record wrote.", valueName: "dir"), completion: .directory)
    var cassette: String

    @Option(help: ArgumentHelp("The port; 0 picks a free one.", valueName: "port"))
    var port: Int = 9398

    @Flag(help: "Serve plain HTTP.")
    var http = false

    @Option(help: ArgumentHelp("Write the CA certificate to trust, as PEM.", valueName: "file"))
    var caOut: String?

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is out of range.") }
    }

    func run() async throws {
        let console = Console()
        let recorded = try Cassette(folder: cassette)
        let handler = DeferredTransport()
        let server = SimulatorServer(handler: handler, port: port, security: http ? .plain : .generated)
        do {
            try await withInterruptCancellation {
                try await server.run { address in
                    handler.install(CassettePlayer(recorded.mapped(to: address.origin), mode: .loose))
                    if let caOut {
                        let pem = Data((address.certificateAuthorityPEM ?? "").utf8)
                        guard FileManager.default.createFile(atPath: caOut, contents: pem) else {
                            throw CommandError("bad-file", "The file ‘\(caOut)’ cannot be written.")
                        }
                    }
                    console.out(output.ready(at: "\(address.origin)\(recorded.entryPath)"))
                }
            }
        } catch is Interrupted {
            console.err("Stopped.")
        } catch let failure as SimulatorServer.StartFailure {
            throw CommandError("network", failure.description)
        }
    }
}
#endif
