// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Foundation
internal import HTTPTransport
internal import Hypermedia
internal import HypermediaClient

/// Opens what a command needs to talk to an Enterprise Manager, and closes it whatever happens.
struct Connection: Sendable {
    /// What a command gets to work with.
    struct Session: Sendable {
        let client: HypermediaClient
        let hub: Resource
    }

    private let options: ConnectionOptions
    let console: Console
    private let witness: SimulatorWitness?
    private let onHop: (@Sendable (Hop) -> Void)?

    init(
        _ options: ConnectionOptions,
        console: Console,
        witness: SimulatorWitness? = nil,
        onHop: (@Sendable (Hop) -> Void)? = nil
    ) {
        self.options = options
        self.console = console
        self.witness = witness
        self.onHop = onHop
    }

    /// Logs on, runs a body, logs off; an interrupt cancels the body and still logs off.
    ///
    /// - Parameters:
    ///   - desk: who decides what becomes of a task that is awaited when an interrupt comes; nil for nobody.
    ///   - body: gets the session.
    func withSession<R: Sendable>(
        _ desk: InterruptDesk? = nil,
        _ body: @escaping @Sendable (Session) async throws -> R
    ) async throws -> R {
        if let shell = Surroundings.current.shell {
            return try await withInterruptCancellation(desk) { try await body(shell.session) }
        }
        // Before interrupts are caught: a prompt that waits for a password ends at once then.
        let prepared = try await prepare()
        return try await withInterruptCancellation(desk) { try await prepared.open(body) }
    }

    /// Decides everything that can be decided before anything is sent.
    ///
    /// - Parameter needsCredentials: whether it is an error that nobody is named who logs on.
    func prepare(needsCredentials: Bool = true) async throws -> PreparedConnection {
        let settings = try ConnectionSettings(options)
        let clientOptions = try self.clientOptions(settings)
        let profile = try enterpriseManager()
        let target = try await ConnectionTarget(
            settings,
            console: console,
            witness: witness,
            needsCredentials: needsCredentials
        )
        let tracer = try HopTracer(options, console: console, also: onHop)
        return PreparedConnection(
            target: target,
            profile: profile,
            clientOptions: clientOptions,
            transportOptions: HTTPTransport.Options(connectTimeout: settings.connectTimeout),
            onHop: { tracer.report($0) },
            onRequest: teller(settings),
            onLogoff: { warn($0) },
            record: options.record
        )
    }

    private func warn(_ logoff: HypermediaClient.Logoff) {
        guard case .leftToExpire(let reason) = logoff else { return }
        console.err(
            "\(console.errorStyle.yellow("warning:")) The session could not be ended and is left to expire after 15 minutes. \(reason)"
        )
    }

    private func teller(_ settings: ConnectionSettings) -> (@Sendable (ShownRequest) -> Void)? {
        guard options.curl else { return nil }
        let console = console
        return { request in
            console.err(
                CurlLine(request, cacert: settings.cacert, isInsecure: settings.options.insecure).text
            )
        }
    }

    private func clientOptions(_ settings: ConnectionSettings) throws -> ClientOptions {
        var map: [Origin: Origin] = [:]
        for rule in settings.hostMap {
            let parts = rule.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let from = Origin(parts[0]), let to = Origin(parts[1]) else {
                throw CommandError(
                    "usage",
                    "‘\(rule)’ is no host map.",
                    hint: "Write two origins: --host-map https://inside:9398=https://outside:9398"
                )
            }
            map[from] = to
        }
        return ClientOptions(
            accept: settings.accept,
            apiVersion: settings.apiVersion,
            hostMap: map,
            schema: try SchemaArgument.read(options.schema),
            validatesAnswers: options.validatesAnswers,
            refusesUncheckedBodies: options.strict,
            limits: ClientLimits(requestTimeout: settings.requestTimeout)
        )
    }

    private func enterpriseManager() throws -> Profile {
        var profile = Profile.enterpriseManager
        for rule in options.xmlRoot {
            let parts = rule.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw CommandError("usage", "‘\(rule)’ is no root rule.", hint: "Write TYPE=ELEMENT.")
            }
            for index in profile.bodies.indices where profile.bodies[index].type?.rawValue == parts[0] {
                profile.bodies[index].root = parts[1]
            }
        }
        return profile
    }
}
#endif
