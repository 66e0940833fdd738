// SPDX-License-Identifier: Apache-2.0

/// The target of a link, as a server handed it out.
///
/// An href cannot be made from a string: it comes from an ``EntryPoint``, from a representation, from a redirect or
/// from editing the query of another href, and it knows who issued it. Its text can be read.
public struct Href: Hashable, Sendable, CustomStringConvertible {
    /// How an href came to be.
    public enum Provenance: Hashable, Sendable {
        /// Typed by a person: the one URL that nobody handed out.
        case entry
        /// Read in a document.
        case document
        /// Answered as a redirect.
        case redirect
        /// Handed out, then its query changed where the profile allows it.
        case edited
    }

    /// The text as received.
    public let text: String
    /// Who handed it out.
    public let issuer: Issuer
    /// How it came to be.
    public let provenance: Provenance
    /// The absolute URL, or nil where a relative text has no document to stand in.
    let url: URLReference?

    init(text: String, url: URLReference?, issuer: Issuer, provenance: Provenance) {
        self.text = text
        self.url = url
        self.issuer = issuer
        self.provenance = provenance
    }

    /// An href as it stands in a document that answers another.
    init(text: String, in document: URLReference?, issuer: Issuer) {
        let reference = URLReference(text)
        let url = document.map { base in reference?.resolved(against: base) } ?? reference
        self.init(text: text, url: url, issuer: issuer, provenance: .document)
    }

    /// Scheme, host and port of the target; nil if it is no absolute http or https URL.
    public var origin: Origin? { url?.origin }

    /// Path and query of the target, as a request line has them.
    public var requestTarget: String? { url?.target }

    /// The path of the target alone.
    public var path: String? { url?.path }

    /// The text as received.
    public var description: String { text }

    /// Whether two hrefs lead to the same URL, whatever their spelling, fragments aside.
    public func leads(toSameTargetAs other: Href, ignoringQuery: Bool = false) -> Bool {
        guard let url, let other = other.url else { return text == other.text }
        return url.leads(to: other, ignoringQuery: ignoringQuery)
    }

    /// Equal where they lead to the same place and come from the same issuer.
    public static func == (left: Href, right: Href) -> Bool {
        left.issuer == right.issuer && left.url == right.url && (left.url != nil || left.text == right.text)
    }

    /// Consistent with equality.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(issuer)
        hasher.combine(url)
    }
}
