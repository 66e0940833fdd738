// SPDX-License-Identifier: Apache-2.0

/// The one URL that a person types: where the API begins.
public struct EntryPoint: Hashable, Sendable {
    /// The href of the entry point; all others come from answers.
    public let href: Href
    /// Scheme, host and port: where credentials may go.
    public let origin: Origin

    /// An entry point, such as `https://em.example:9398/api/`.
    ///
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/badEntryPoint`` if it is no http or https URL.
    public init(_ text: String) throws(HypermediaError) {
        let trimmed = EntryPoint.trim(text)
        let hint = "Name the entry point of the API whole: http or https, host, port and path"
        let url = URLReference(trimmed)
        if let authority = url?.authority, authority.contains("@") {
            // What stands before the @ may be a password, so the text is not repeated.
            throw HypermediaError(
                .badEntryPoint,
                "The URL holds a user name, which would end in logs and histories.",
                hint: "\(hint); user and password are given apart from it."
            )
        }
        guard let url, let origin = url.origin else {
            throw HypermediaError(.badEntryPoint, "‘\(trimmed)’ is no http or https URL.", hint: hint)
        }
        self.origin = origin
        href = Href(text: trimmed, url: url, issuer: .fresh(), provenance: .entry)
    }

    private static func trim(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    private init(origin: Origin, href: Href) {
        self.origin = origin
        self.href = href
    }

    /// The same entry point for another connection: what is handed out there belongs to that one alone.
    public func reissued() -> EntryPoint {
        EntryPoint(
            origin: origin,
            href: Href(text: href.text, url: href.url, issuer: .fresh(), provenance: .entry)
        )
    }
}
