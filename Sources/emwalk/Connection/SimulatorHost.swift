// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManagerSimulator
internal import EnterpriseManagerSimulatorServer
internal import HTTPTransport
internal import Hypermedia
internal import HypermediaClient
internal import Synchronization

/// A simulated Enterprise Manager for the length of a command: over real HTTPS on loopback.
struct SimulatorHost: Sendable {
    /// The account of every simulator that a command starts.
    static let defaultUser = "administrator"
    /// Its password, which guards nothing.
    static let defaultPassword = "Passw0rd!"

    private let configuration: SimulatorConfiguration
    private let credentials: Credentials
    private let witness: SimulatorWitness?

    init(_ settings: ConnectionSettings, witness: SimulatorWitness? = nil) throws {
        self.witness = witness
        let options = settings.options
        // Its tenants have the password of its account.
        credentials = try settings.credentials(
            user: SimulatorHost.defaultUser,
            password: SimulatorHost.defaultPassword
        )
        configuration = SimulatorConfiguration {
            $0.seed = options.seed
            $0.opaqueURLs = options.opaqueUrls
            $0.shuffleLinks = options.opaqueUrls
            $0.user = SimulatorHost.defaultUser
            $0.password = SimulatorHost.defaultPassword
            $0.secretSeed = .random(in: .min ... .max)
        }
    }

    func run<R: Sendable>(
        _ body: @escaping @Sendable (EntryPoint, TLSPolicy, Credentials) async throws -> R
    ) async throws -> R {
        let handler = DeferredTransport()
        return try await SimulatorServer(handler: handler).withServer { address in
            // The links a simulator hands out name its origin, which is known only now.
            var configuration = configuration
            configuration.publicOrigin = address.origin
            let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
            handler.install(simulator)
            witness?.watch(simulator)
            return try await body(
                try EntryPoint(simulator.entry),
                .certificateAuthority(pem: Array((address.certificateAuthorityPEM ?? "").utf8)),
                credentials
            )
        }
    }
}
#endif
