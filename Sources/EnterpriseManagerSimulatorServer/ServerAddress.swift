// SPDX-License-Identifier: Apache-2.0

#if Network
/// Where a started server listens, and what a client needs in order to trust it.
public struct ServerAddress: Hashable, Sendable {
    /// `http` or `https`.
    public let scheme: String
    /// The address it listens on.
    public let host: String
    /// The port it listens on, also where the system has picked it.
    public let port: Int
    /// The PEM of what a client has to trust, or nil without TLS.
    public let certificateAuthorityPEM: String?
    /// `sha256:` and the hex digest of the server's certificate, or nil without TLS.
    public let fingerprint: String?

    /// `scheme://host:port`, without a slash at the end.
    public var origin: String { "\(scheme)://\(host):\(port)" }
    /// `host:port`.
    public var authority: String { "\(host):\(port)" }
}
#endif
