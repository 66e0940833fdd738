// SPDX-License-Identifier: Apache-2.0

/// Sets links aside outside memory, such as in a database, and takes them up again.
///
/// A link keeps its whole document alive; a crawl that has a million links before it cannot keep them so. A depot
/// turns a link into a ticket, a text, and a ticket back into the link, for as long as the depot lives. A ticket is
/// stamped with a key that never leaves the depot: a text that no depot gave out is no ticket, so that no href can be
/// made up this way either. The stamp guards against mistakes, not against whoever can write to this process.
public struct LinkDepot: Sendable {
    private let representation: Representation
    private let key: (UInt64, UInt64)

    /// A depot for the links of one connection.
    ///
    /// - Parameter resource: an answer of that connection, such as what its session begins with.
    public init(at resource: Resource) {
        representation = resource.representation
        key = (.random(in: .min ... .max), .random(in: .min ... .max))
    }

    /// A ticket for a link; nil for one of another connection, and for one whose href is a secret.
    public func deposit(_ link: Link) -> String? {
        let href = link.href
        guard href.issuer == representation.issuer, let url = href.url, !link.isSecret else { return nil }
        let fields = [
            link.rel.rawValue, LinkDepot.flag(link.type?.rawValue), LinkDepot.flag(link.name), href.text, url.text,
        ]
        let content = fields.joined(separator: "\u{1F}")
        return "\(stamp(content))\u{1F}\(content)"
    }

    /// The link of a ticket; nil if this depot did not give it out.
    public func redeem(_ ticket: String) -> Link? {
        // By bytes: as characters, which may be made of several, splitting takes longer than asking for a document.
        let bytes = ticket.utf8
        guard let end = bytes.firstIndex(of: LinkDepot.separator) else { return nil }
        let content = ticket[bytes.index(after: end)...]
        let fields = content.utf8.split(separator: LinkDepot.separator, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard fields.count == 5, ticket[..<end] == stamp(String(content)) else { return nil }
        let href = Href(
            text: fields[3],
            url: URLReference(fields[4]),
            issuer: representation.issuer,
            provenance: .document
        )
        let link = DepositedLink(
            rel: Rel(fields[0]),
            type: LinkDepot.unflag(fields[1]).map { LinkType($0) },
            name: LinkDepot.unflag(fields[2]),
            href: href
        )
        return Link(link, in: representation)
    }

    private static let separator: UInt8 = 0x1F

    private func stamp(_ content: String) -> String {
        var hasher = Hasher()
        hasher.combine(key.0)
        hasher.combine(content)
        hasher.combine(key.1)
        return String(UInt(bitPattern: hasher.finalize()), radix: 36)
    }

    /// Absent and empty are two things.
    private static func flag(_ text: String?) -> String { text.map { "=\($0)" } ?? "" }
    private static func unflag(_ text: String) -> String? { text.isEmpty ? nil : String(text.dropFirst()) }
}
