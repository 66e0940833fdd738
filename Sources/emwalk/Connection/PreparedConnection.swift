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

    /// Logs on, runs a body, logs off whatever happens.
    func open<R: Sendable>(_ body: @escaping @Sendable (Connection.Session) async throws -> R) async throws -> R {
        try await target.open { entry, tls, credentials in
            try await HTTPTransport.withTransport(tls: tls, options: transportOptions) { transport in
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
}
#endif
