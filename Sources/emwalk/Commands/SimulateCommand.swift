// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManagerSimulator
internal import EnterpriseManagerSimulatorServer
internal import Foundation
internal import Hypermedia

/// `emwalk simulate`: an Enterprise Manager on loopback, until it is interrupted.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Serve a simulated Enterprise Manager on 127.0.0.1.",
        discussion: """
            Prints ‘ready URL’ on stdout when it listens. Stop it with Ctrl-C.
            The default user is administrator, a Portal Administrator, with the password Passw0rd!
            portal.user, a Portal User, and restore.operator, a Restore Operator, may log on with the same password
            and see and do less.

            \(FaultArgument.help)

            Faults can be changed while it runs: GET, PUT or DELETE \(FaultControl.path), one fault per line.
            """
    )

    @Option(help: ArgumentHelp("The port; 0 picks a free one.", valueName: "port"))
    var port: Int = 9398

    @Flag(help: "Serve plain HTTP.")
    var http = false

    @Flag(help: "Hand out a fresh random URL for every link; any other path is 404.")
    var opaqueUrls = false

    @Flag(help: "Put the links of a resource in random order.")
    var shuffleLinks = false

    @Flag(help: "Put links among the real ones that differ from them in relation or type only.")
    var decoyLinks = false

    @Option(help: ArgumentHelp("The seed of its world.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many jobs to add to the default world.", valueName: "n"))
    var jobs: Int = 0

    @Option(help: ArgumentHelp("The newest API version offered: v1_5, v1_6 or v1_7.", valueName: "v"))
    var apiVersion: String = "v1_7"

    @Flag(help: "Offer v1_2, v1_3 and v1_4 too, as older servers do; they are like v1_5.")
    var oldApiVersions = false

    @Option(help: ArgumentHelp("How JSON keys are spelt: pascal or camel.", valueName: "case"))
    var keyCase: String = "pascal"

    @Flag(help: "Begin every answer with a byte order mark.")
    var bom = false

    @Option(help: ArgumentHelp("Who may log on.", valueName: "name"))
    var user: String = SimulatorHost.defaultUser

    @Flag(help: "Read the password from stdin.")
    var passwordStdin = false

    @Option(help: ArgumentHelp("The origin that links name, such as https://em.example:9398.", valueName: "origin"))
    var publicHost: String?

    @Option(help: ArgumentHelp("Write the CA certificate to trust, as PEM.", valueName: "file"))
    var caOut: String?

    @Option(help: ArgumentHelp("How long a logon session lives without requests.", valueName: "seconds"))
    var sessionIdle: Double = 900

    @Option(
        help: ArgumentHelp(
            "The point in time at which its world begins, such as 2026-01-16T06:00:00Z; now unless given.",
            valueName: "time"
        )
    )
    var startTime: String?

    @Option(help: ArgumentHelp("What goes wrong; may be repeated. Effects: see above.", valueName: "fault"))
    var fault: [String] = []

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console()
        var configuration = try configuration()
        configuration.faults = try fault.map { try FaultArgument.parse($0) }
        let template = configuration
        let handler = DeferredTransport()
        let server = SimulatorServer(handler: handler, port: port, security: http ? .plain : .generated)
        do {
            try await withInterruptCancellation {
                try await server.run { address in
                    var configuration = template
                    configuration.publicOrigin =
                        publicHost.map { $0.contains("://") ? $0 : "\(address.scheme)://\($0)" } ?? address.origin
                    let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
                    handler.install(FaultControl(simulator, faults: fault))
                    if let caOut { try SimulateCommand.write(address.certificateAuthorityPEM ?? "", to: caOut) }
                    console.out(output.ready(at: "\(address.origin)\(Simulator.entryPath)"))
                    explain(address, console)
                }
            }
        } catch is Interrupted {
            console.err("Stopped.")
        } catch let failure as SimulatorServer.StartFailure {
            throw CommandError("network", failure.description)
        }
    }

    private func explain(_ address: ServerAddress, _ console: Console) {
        guard console.isErrorTerminal else { return }
        let trust = address.fingerprint.map { " --pin \($0)" } ?? ""
        console.err(
            console.errorStyle.dim(
                "Try in another terminal: EMWALK_PASSWORD='Passw0rd!' emwalk ls --em \(address.origin)\(Simulator.entryPath) --user \(user)\(trust)"
            )
        )
    }

    private func configuration() throws -> SimulatorConfiguration {
        let versions: [APIVersion] = [.v1_5, .v1_6, .v1_7]
        guard let newest = versions.firstIndex(where: { $0.rawValue == apiVersion }) else {
            throw ValidationError("--api-version is one of v1_5, v1_6 and v1_7.")
        }
        guard let keyCase = KeyCase(rawValue: keyCase) else {
            throw ValidationError("--key-case is pascal or camel.")
        }
        guard jobs >= 0, (0...65_535).contains(port) else { throw ValidationError("--jobs or --port is out of range.") }
        var password = SimulatorHost.defaultPassword
        if passwordStdin {
            guard let line = readLine(strippingNewline: true), !line.isEmpty else {
                throw ValidationError("--password-stdin was given, but stdin is empty.")
            }
            password = line
        }
        let start = try worldStart()
        return SimulatorConfiguration {
            $0.seed = seed
            $0.startTime = start
            $0.secretSeed = .random(in: .min ... .max)
            $0.generatedJobs = jobs
            $0.apiVersions = (oldApiVersions ? ["v1_2", "v1_3", "v1_4"] : []) + versions[...newest]
            $0.keyCase = keyCase
            $0.byteOrderMark = bom
            $0.opaqueURLs = opaqueUrls
            $0.shuffleLinks = shuffleLinks
            $0.decoyLinks = decoyLinks
            $0.user = user
            $0.password = password
            $0.accounts = [
                SimulatorAccount(name: "portal.user", password: password, roles: [.portalUser]),
                SimulatorAccount(
                    name: "restore.operator",
                    password: password,
                    roles: [.vmRestoreOperator, .fileRestoreOperator]
                ),
            ]
            $0.sessionIdle = .milliseconds(Int(sessionIdle * 1000))
            // A server may run for days; nobody reads its log of requests.
            $0.keepsLog = false
        }
    }

    /// Public clients ask for what happened since yesterday by their own clock, so the world is of today.
    private func worldStart() throws -> Int {
        guard let text = startTime else { return Int(Date.now.timeIntervalSince1970) }
        guard let date = try? Date(text, strategy: .iso8601) else {
            throw ValidationError("--start-time is a point in time such as 2026-01-16T06:00:00Z.")
        }
        return Int(date.timeIntervalSince1970)
    }

    private static func write(_ pem: String, to file: String) throws {
        guard FileManager.default.createFile(atPath: file, contents: Data(pem.utf8)) else {
            throw CommandError("bad-file", "The file ‘\(file)’ cannot be written.")
        }
    }
}
#endif
