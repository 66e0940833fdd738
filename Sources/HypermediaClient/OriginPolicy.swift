// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Decides whether an href may be requested, and at which origin.
struct OriginPolicy: Sendable {
    let entry: EntryPoint
    let hostMap: [Origin: Origin]

    /// The origin to connect to.
    ///
    /// - Throws: ``ClientError`` before anything is sent.
    func origin(for href: Href) throws(ClientError) -> Origin {
        guard href.issuer == entry.href.issuer else {
            throw ClientError(
                .hrefNotIssued,
                "This link was not handed out by this connection, so it is not followed.",
                hint: "Hrefs of files and of other connections are inert; walk there from the entry point."
            )
        }
        guard let handedOut = href.origin else {
            // Not quoted: an href may tell a session id.
            throw ClientError(.badHref, "The server \(gives(href)) something that is no http or https URL.")
        }
        let origin = hostMap[handedOut] ?? handedOut
        if origin == entry.origin { return origin }
        if entry.origin.scheme == "https", origin.scheme == "http" {
            throw ClientError(
                .downgrade,
                "The server \(gives(href)) \(origin), which would leave https for http; nothing was sent.",
                hint: "If that is the same server, allow it with --host-map \(handedOut)=\(entry.origin)"
            )
        }
        throw ClientError(
            .foreignOrigin,
            "The server \(gives(href)) \(origin), but the connection is to \(entry.origin); nothing was sent.",
            hint: "If that is the same server by another name, allow it with --host-map \(handedOut)=\(entry.origin)"
        )
    }

    private func gives(_ href: Href) -> String {
        href.provenance == .redirect ? "redirects to" : "hands out a link to"
    }
}
