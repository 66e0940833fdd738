// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What following a link will send, decided but not sent: a plan shows it, a run sends the same bytes.
public struct PreparedRequest: Sendable {
    /// The link that is followed.
    public let link: Link
    /// Where the request goes: the href of the link, its query changed if that was asked for.
    public let href: Href
    /// The method.
    public let verb: Verb
    /// The one format that is asked for and, if there is a body, sent.
    public let format: DocumentFormat
    /// The body as it is sent; nil for none.
    public let body: [UInt8]?
    /// The body as a person may see it: secrets are masked.
    public let shownBody: String?
    /// What the schema says of the body, with all that it found; `no-schema` where there is none to ask; nil without a
    /// body.
    public let report: Schema.Report?
    /// Path and query as a person may see them: secrets are masked.
    public let target: String

    init(
        link: Link,
        href: Href,
        verb: Verb,
        format: DocumentFormat,
        body: [UInt8]?,
        shownBody: String?,
        report: Schema.Report?,
        target: String
    ) {
        self.link = link
        self.href = href
        self.verb = verb
        self.format = format
        self.body = body
        self.shownBody = shownBody
        self.report = report
        self.target = target
    }

    /// What the schema says of the body, in a word; nil without a body.
    public var verdict: Schema.Verdict? { report?.verdict }

    /// The headers that decide what happens, secrets masked.
    public var headers: [(name: String, value: String)] {
        let profile = link.owner.representation.profile
        let media = profile.mediaTypes[format] ?? ""
        var result = [(name: "Accept", value: media)]
        if body != nil { result.append(("Content-Type", media)) }
        if let logon = profile.logon { result.append((logon.tokenHeader, SecretMask.mask)) }
        return result
    }
}
