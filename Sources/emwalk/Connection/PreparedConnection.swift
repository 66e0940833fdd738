// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HTTPTransport
internal import Hypermedia
internal import HypermediaClient

/// A connection of which everything is decided, and nothing was sent.
struct PreparedConnection: Sendable {
    let target: ConnectionTarget
    let profile: Profile
    let clientOptions: ClientOptions
    let transportOptions: HTTPTransport.Options
    let onHop: @Sendable (Hop) -> Void
    let onRequest: (@Sendable (ShownRequest) -> Void)?
    let onLogoff: @Sendable (HypermediaClient.Logoff) -> Void

    let record: String?

    /// Logs on, runs a body, logs off whatever happens.
    func open<R: Sendable>(_ body: @escaping @Sendable (Connection.Session) async throws -> R) async throws -> R {
        try await target.open(transportOptions) { entry, transport, credentials in
            try await recording(transport, entry, credentials) { transport in
                let client = HypermediaClient(
                    profile: profile,
                    entry: entry,
                    transport: transport,
                    credentials: credentials,
                    options: clientOptions,
                    onHop: onHop,
                    onRequest: onRequest
                )
                return try await HypermediaClient.withSession(client, onLogoff: onLogoff) { hub in
                    try await body(Connection.Session(client: client, hub: hub))
                }
            }
        }
    }

    /// Writes down what was said, also where it ended badly.
    private func recording<R: Sendable>(
        _ transport: any Transport,
        _ entry: EntryPoint,
        _ credentials: Credentials,
        _ body: (any Transport) async throws -> R
    ) async throws -> R {
        guard let record else { return try await body(transport) }
        try Cassette.claim(folder: record)
        let recorder = CassetteRecorder(transport, profile: profile, entry: entry, credentials: credentials)
        let result: R
        do {
            result = try await body(recorder)
        } catch {
            try recorder.cassette.write(folder: record)
            throw error
        }
        try recorder.cassette.write(folder: record)
        return result
    }
}
#endif
