// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HTTPTransport
internal import Hypermedia
internal import HypermediaClient

/// Where a command connects to, decided from options and environment before anything is sent.
struct ConnectionTarget: Sendable {
    private enum Kind: Sendable {
        case simulator(SimulatorHost)
        case server(EntryPoint, TLSPolicy, Credentials)
        case cassette(EntryPoint, CassettePlayer)
    }

    private let kind: Kind

    /// Decides where to.
    ///
    /// - Parameters:
    ///   - settings: what holds for the connection.
    ///   - console: where warnings go.
    ///   - witness: told of a simulator that is started.
    ///   - needsCredentials: whether it is an error that nobody is named who logs on; else it is nobody.
    init(
        _ settings: ConnectionSettings,
        console: Console,
        witness: SimulatorWitness?,
        needsCredentials: Bool = true
    ) async throws {
        let options = settings.options
        if let cassette = try settings.cassette() {
            kind = .cassette(
                try EntryPoint(cassette.entry),
                CassettePlayer(cassette, mode: options.strictReplay ? .strict : .loose)
            )
            return
        }
        if options.simulator {
            kind = .simulator(try SimulatorHost(settings, witness: witness))
            return
        }
        guard let url = settings.em else {
            throw CommandError(
                "no-em",
                "No Enterprise Manager is named.",
                hint:
                    "Name one with --em https://HOST:9398/api/ (or EMWALK_EM), or use a simulated one with --simulator."
            )
        }
        let entry = try EntryPoint(url)
        if entry.origin.scheme == "http", !entry.origin.isLoopback {
            guard options.allowPlaintext else {
                throw CommandError(
                    "plaintext-refused",
                    "http:// would send the password in clear text to \(entry.origin.host).",
                    hint: "Use https://, or accept it with --allow-plaintext."
                )
            }
            console.err("\(console.errorStyle.yellow("warning:")) http:// sends the password in clear text.")
        }
        if options.insecure {
            console.err(
                "\(console.errorStyle.yellow("warning:")) --insecure: the certificate is not checked; anyone in between can read the password. Better: --pin."
            )
        }
        let trust = try ConnectionTarget.trust(settings)
        kind = .server(
            entry,
            trust,
            try await ConnectionTarget.credentials(settings, entry, isNeeded: needsCredentials)
        )
    }

    /// Whether a recorded conversation answers.
    var isCassette: Bool {
        if case .cassette = kind { true } else { false }
    }

    private static func credentials(
        _ settings: ConnectionSettings,
        _ entry: EntryPoint,
        isNeeded: Bool
    ) async throws -> Credentials {
        do {
            return try await PasswordSource(settings).credentials(for: entry)
        } catch let error as CommandError where !isNeeded && error.code.rawValue == "usage" {
            return Credentials(user: "", password: "")
        }
    }

    /// Gives a body the entry point, what answers there and who logs on; a simulator lives as long as the body.
    func open<R: Sendable>(
        _ options: HTTPTransport.Options,
        _ body: @escaping @Sendable (EntryPoint, any Transport, Credentials) async throws -> R
    ) async throws -> R {
        switch kind {
        case .simulator(let host):
            try await host.run { entry, trust, credentials in
                try await HTTPTransport.withTransport(tls: trust, options: options) {
                    try await body(entry, $0, credentials)
                }
            }
        case .server(let entry, let trust, let credentials):
            try await HTTPTransport.withTransport(tls: trust, options: options) {
                try await body(entry, $0, credentials)
            }
        case .cassette(let entry, let player):
            // Nobody logs on anywhere; the password is what stands for one in a cassette.
            try await body(entry, player, Credentials(user: "replay", password: Redaction.firstPlaceholder))
        }
    }

    private static func trust(_ settings: ConnectionSettings) throws -> TLSPolicy {
        if let pin = settings.pin {
            guard let fingerprint = CertificateFingerprint(pin) else {
                throw CommandError(
                    "usage",
                    "‘\(pin)’ is no fingerprint.",
                    hint: "Write sha256: and 64 hex digits."
                )
            }
            return .pin(fingerprint)
        }
        if let file = settings.cacert { return .certificateAuthority(file: file) }
        return settings.options.insecure ? .insecure : .systemRoots
    }
}
#endif
