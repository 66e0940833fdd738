// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia

/// `emwalk doctor`: why nothing works, from the name of the server to the role of the account.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at a connection from DNS to the role of the account.",
        discussion: """
            Each line is a floor: dns, tcp, tls, product and port, versions of the API, clock, logon, role, links. The \
            first that does not hold says what to do; exits with 8 if any is a warning or a problem. Without a user the \
            floors below the logon are looked at.

            --bundle writes a tar for those who help: the report, versions, the trace and a census of links, without \
            passwords, session ids and tokens; with --map-hosts without names of servers and accounts, too.
            """
    )

    @Option(help: ArgumentHelp("Write a support bundle (tar).", valueName: "file"), completion: .file())
    var bundle: String?

    @Flag(help: "With --bundle: replace names of servers and accounts.")
    var mapHosts = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: DocumentOptions

    func validate() throws {
        if mapHosts, bundle == nil { throw ValidationError("--map-hosts goes with --bundle.") }
    }

    func run() async throws {
        let console = Console()
        let prepared = try await Connection(connection, console: console).prepare(needsCredentials: false)
        let settings = try ConnectionSettings(connection)
        let visit = try await withInterruptCancellation {
            try await Doctor(prepared: prepared, wantedVersion: settings.apiVersion).visit()
        }
        if let bundle {
            try SupportBundle(visit: visit, mapsHosts: mapHosts, now: .now).write(to: bundle)
            console.err("The bundle is in ‘\(bundle)’.")
        }
        try output.write(visit.report.json, to: console) { visit.report.text(console) }
        if visit.report.hasFindings { throw Finished(status: .findings) }
    }
}
#endif
