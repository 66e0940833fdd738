// SPDX-License-Identifier: Apache-2.0

/// How one logs on by following a link, and what the session looks like.
public struct LogonRule: Hashable, Sendable {
    /// The link that opens a session, among the entry's own links.
    public var create: LinkSelector
    /// The items of the entry that each offer the same link for one API version; nil if there are none.
    public var versionItem: String?
    /// The header that carries the token, in answers and requests.
    public var tokenHeader: String
    /// The element that is the session; a logon may answer with a list of one.
    public var sessionElement: String
    /// The type of the session, whose hrefs are secrets.
    public var sessionType: LinkType
    /// The relation that ends the session.
    public var logoff: Rel
    /// How long the server keeps a session that nobody uses.
    public var idleLimit: Duration

    /// A logon rule.
    public init(
        create: LinkSelector,
        versionItem: String?,
        tokenHeader: String,
        sessionElement: String,
        sessionType: LinkType,
        logoff: Rel,
        idleLimit: Duration
    ) {
        self.create = create
        self.versionItem = versionItem
        self.tokenHeader = tokenHeader
        self.sessionElement = sessionElement
        self.sessionType = sessionType
        self.logoff = logoff
        self.idleLimit = idleLimit
    }
}
