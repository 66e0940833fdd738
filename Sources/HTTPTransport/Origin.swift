// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HTTPTypes
internal import HypermediaClient

/// Where a request goes: scheme, host and port, and nothing that could be secret.
struct Origin: Sendable {
    /// `http` or `https`.
    let scheme: String
    /// The name or the address, without brackets.
    let host: String
    /// The port, also where the authority leaves it out.
    let port: Int
    /// `scheme://authority` as received.
    let text: String

    /// An origin by its parts, as somebody typed them.
    init(scheme: String, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
        text = "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    init(_ head: HTTPRequest) throws(TransportFailure) {
        let scheme = head.scheme?.lowercased() ?? ""
        guard scheme == "http" || scheme == "https", let authority = head.authority, !authority.isEmpty,
            // The parts are put together to a URL again, and none may reach over into another: an authority with a
            // user in it, or a path that begins with one, would lead to another host.
            !authority.contains(where: { "@/?#\\".contains($0) }), head.path?.hasPrefix("/") ?? true
        else {
            throw TransportFailure(
                .network,
                "The request names no http or https server, or no path that begins with a slash.",
                requestMayHaveBeenSent: false
            )
        }
        self.scheme = scheme
        text = "\(scheme)://\(authority)"
        let defaultPort = scheme == "https" ? 443 : 80
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = String(authority[authority.index(after: authority.startIndex)..<end])
            port = Int(authority[end...].dropFirst(2)) ?? defaultPort
        } else if let colon = authority.lastIndex(of: ":") {
            host = String(authority[..<colon])
            port = Int(authority[authority.index(after: colon)...]) ?? defaultPort
        } else {
            host = authority
            port = defaultPort
        }
    }

    /// Host and port, for a sentence.
    var place: String { "\(host) port \(port)" }
}
#endif
