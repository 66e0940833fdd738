// SPDX-License-Identifier: Apache-2.0

/// Scheme, host and port of a URL: what credentials may be sent to.
public struct Origin: Hashable, Sendable, CustomStringConvertible {
    /// `https` or `http`, in lower case.
    public let scheme: String
    /// The host in lower case, an IPv6 address in brackets.
    public let host: String
    /// The port, the scheme's own if the URL names none.
    public let port: Int

    init(scheme: String, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// An origin written as `https://host:port`; nil if it is none or has more to it than a final slash.
    public init?(_ text: String) {
        guard let reference = URLReference(text), let origin = reference.origin,
            reference.path.isEmpty || reference.path == "/", reference.query == nil, reference.fragment == nil
        else { return nil }
        self = origin
    }

    /// Host and port as the `Host` header has them: without the port where it is the scheme's own.
    public var authority: String { port == Origin.defaultPort(of: scheme) ? host : "\(host):\(port)" }

    /// The origin as the start of a URL.
    public var description: String { "\(scheme)://\(authority)" }

    /// Whether the host is this machine by an address or name that cannot be another.
    public var isLoopback: Bool {
        host == "localhost" || host == "[::1]"
            || host.hasPrefix("127.") && host.split(separator: ".").count == 4
                && host.allSatisfy { $0.isNumber || $0 == "." }
    }

    static func defaultPort(of scheme: String) -> Int { scheme == "https" ? 443 : 80 }
}
