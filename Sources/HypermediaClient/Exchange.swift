// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// One request on its way, with what its trace and errors shall say.
struct Exchange: Sendable {
    enum Authorization: Sendable {
        /// The session's token, if there is a session.
        case session
        /// The credentials themselves, to open a session.
        case credentials
        /// Nothing: the entry point.
        case none
    }

    var href: Href
    let rel: Rel
    let type: LinkType?
    let verb: Verb
    let format: DocumentFormat
    let body: [UInt8]?
    let shownBody: String?
    let isSecret: Bool
    var authorization = Authorization.session
    var keepsBytes = false
    /// Told of the bytes of a successful answer as they arrive.
    var onBytes: (@Sendable ([UInt8]) -> Void)?
    /// Told of the passages of a long document as they end; nil if it is to come as one.
    var onPassage: (@Sendable (Representation) -> Void)?
    /// Whether the answer must be a document of the API.
    var readsDocument = true
    var redirects = 0
    /// Whether a 401 may be answered by logging on again; ending a session must not open another.
    var mayRenew = true
    /// Whether it was sent once and answered 401.
    var wasRepeated = false

    /// Whether it may change something; logging on may not.
    var isWrite: Bool { !verb.isSafe && authorization == .session }

    init(_ order: PreparedRequest, keepsBytes: Bool = false) {
        href = order.href
        rel = order.link.rel
        type = order.link.type
        verb = order.verb
        format = order.format
        body = order.body
        shownBody = order.shownBody
        isSecret = order.link.isSecret
        self.keepsBytes = keepsBytes
    }

    init(entry: EntryPoint, format: DocumentFormat) {
        href = entry.href
        rel = Rel("entry")
        type = nil
        verb = .get
        self.format = format
        body = nil
        shownBody = nil
        isSecret = false
        authorization = .none
    }
}
