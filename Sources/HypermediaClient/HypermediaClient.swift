// SPDX-License-Identifier: Apache-2.0

internal import HTTPTypes
public import Hypermedia

/// The only room that decides what is requested: follows links of one server within one logon session.
///
/// It requests the entry point, hrefs that an answer of this connection handed out, redirects within the origin, and
/// such hrefs with query parameters changed where the profile allows it. Nothing else can be asked of it.
///
/// ```swift
/// let client = HypermediaClient(profile: profile, entry: entry, transport: transport, credentials: me)
/// try await HypermediaClient.withSession(client) { hub in
///     let jobs = try await client.follow(LinkSelector(rel: "Down", type: "JobReferenceList"), of: hub)
/// }
/// ```
public actor HypermediaClient: CustomReflectable {
    /// What is true of the API.
    public nonisolated let profile: Profile
    /// Where the API begins.
    public nonisolated let entry: EntryPoint
    /// How it asks.
    public nonisolated let options: ClientOptions
    /// By which clock it waits and measures.
    public nonisolated let time: TimeSource

    let transport: any Transport
    let credentials: Credentials?
    let policy: OriginPolicy
    let onHop: (@Sendable (Hop) -> Void)?
    let onRequest: (@Sendable (ShownRequest) -> Void)?
    nonisolated let mask = SecretMask()
    var session = SessionMachine()
    var hopCount = 0
    /// The `Date` header of the last answer that had one, as it came: by which clock the server dates what it says.
    ///
    /// Nil before the first answer, and where a server leaves it out (RFC 9110, 6.6.1).
    public internal(set) var serverDate: String?
    /// Whoever waits for the logon that is under way; told why it failed, if it did.
    var logonWaiters: [CheckedContinuation<(any Error)?, Never>] = []
    var isLoggingOn = false
    /// The token that came with the answer to a logon, before its body is read.
    var pendingToken: String?
    /// Why no session could be opened in place of one that the server forgot, if that was tried.
    var refusedRenewal: ClientError?
    /// Why a session that was opened cannot be ended from here, if there is one.
    var abandoned: String?

    /// The resource that a session begins with, once logged on.
    public internal(set) var hub: Resource?

    /// A client for one server; it sends nothing yet.
    ///
    /// - Parameters:
    ///   - profile: what is true of the API.
    ///   - entry: where the API begins.
    ///   - transport: carries requests.
    ///   - credentials: who logs on; nil where the profile needs no logon.
    ///   - options: how it asks.
    ///   - time: by which clock it waits and measures.
    ///   - onHop: told of every request and its answer, secrets masked.
    ///   - onRequest: told of every request before it is sent, secrets masked.
    public init(
        profile: Profile,
        entry: EntryPoint,
        transport: any Transport,
        credentials: Credentials?,
        options: ClientOptions = ClientOptions(),
        time: TimeSource = .continuous,
        onHop: (@Sendable (Hop) -> Void)? = nil,
        onRequest: (@Sendable (ShownRequest) -> Void)? = nil
    ) {
        self.profile = profile
        // Its own issuer, so that two clients of one entry point do not follow each other's hrefs.
        let entry = entry.reissued()
        self.entry = entry
        self.transport = transport
        self.credentials = credentials
        self.options = options
        self.time = time
        self.onHop = onHop
        self.onRequest = onRequest
        policy = OriginPolicy(entry: entry, hostMap: options.hostMap)
        mask.add(credentials?.password)
        mask.add(credentials?.basicValue)
    }

    /// Which logon session it is, counted from 1; tasks and mounts of an earlier one are gone.
    public var sessionGeneration: Int { session.generation }

    /// The entry point alone: a dump of a client tells no secret.
    public nonisolated var customMirror: Mirror { Mirror(self, children: ["entry": entry.origin]) }

    /// Masks a text in everything that this client tells from now on, as it masks the password.
    ///
    /// Texts of fewer than four bytes are not masked: they would blot out words that tell nothing.
    public nonisolated func hide(_ secret: String) { mask.add(secret) }

    // MARK: Following links

    /// Follows a link and returns its answer.
    ///
    /// - Parameters:
    ///   - link: a link of an answer of this connection.
    ///   - body: the body, for links that take one.
    ///   - verb: the method; nil for the one that the profile gives to the relation.
    ///   - keepingBytes: whether the answer shall hold its body as received.
    /// - Throws: ``ClientError``; nothing was sent if its code is `href-not-issued`, `foreign-origin`,
    ///   `https-to-http`, `unknown-verb` or `bad-body`.
    public func follow(
        _ link: Link,
        body: Body? = nil,
        verb: Verb? = nil,
        keepingBytes: Bool = false
    ) async throws -> Answer {
        let order = try prepare(link, body: body, verb: verb)
        return try await perform(order, keepingBytes: keepingBytes)
    }

    /// Follows a link and tells what its answer brings while it arrives, so that an answer may be longer than memory.
    ///
    /// Of a long document, ``Answer/representation`` holds what comes after the last passage.
    ///
    /// - Parameters:
    ///   - link: a link of an answer of this connection that only reads.
    ///   - onBytes: told of the body of a successful answer, piece by piece, as it was received.
    ///   - onPassage: told of the passages of a document longer than ``ClientLimits/passageBytes``, each with the root, its
    ///     attributes and some of its items; nil if the document is to come as one.
    /// - Throws: as ``follow(_:body:verb:keepingBytes:)``.
    public func follow(
        _ link: Link,
        onBytes: (@Sendable ([UInt8]) -> Void)? = nil,
        onPassage: (@Sendable (Representation) -> Void)?
    ) async throws -> Answer {
        let order = try prepare(link)
        try check(order)
        var exchange = Exchange(order)
        exchange.onBytes = onBytes
        exchange.onPassage = onPassage
        return try await self.exchange(exchange)
    }

    /// Sends a request that was prepared before, byte for byte.
    ///
    /// - Parameters:
    ///   - order: the request.
    ///   - keepingBytes: whether the answer shall hold its body as received.
    ///   - readingDocument: whether the answer must be a document of the API; false for a file that is downloaded.
    /// - Throws: as ``follow(_:body:verb:keepingBytes:)``.
    public func perform(
        _ order: PreparedRequest,
        keepingBytes: Bool = false,
        readingDocument: Bool = true
    ) async throws -> Answer {
        try check(order)
        var exchange = Exchange(order, keepsBytes: keepingBytes)
        exchange.readsDocument = readingDocument
        return try await self.exchange(exchange)
    }

    /// Makes sure that a request may be sent.
    ///
    /// - Throws: ``ClientError`` with code `bad-body` if the body breaks the schema; with code ``ErrorCode/noSchema`` if
    ///   no schema describes it and ``ClientOptions/refusesUncheckedBodies`` is set.
    public nonisolated func check(_ order: PreparedRequest) throws(ClientError) {
        if let report = order.report, report.verdict == .invalid {
            throw ClientError(
                .badBody,
                "The body for \(order.link.rel) breaks the schema, so nothing was sent: "
                    + report.findings.prefix(5).map { "\($0.path): \($0.message)" }.joined(separator: " "),
                hint: "‘emwalk form’ shows what it takes."
            )
        }
        guard options.refusesUncheckedBodies, order.verdict == .noSchema else { return }
        let type = order.link.type.map { ":\($0)" } ?? ""
        throw ClientError(
            .noSchema,
            "No schema describes the body for \(order.link.rel)\(type), so it cannot be checked; nothing was sent.",
            hint: "Send it unchecked by leaving out --strict."
        )
    }

    /// Decides what following a link would send, and sends nothing.
    ///
    /// - Parameters:
    ///   - link: a link of an answer of this connection.
    ///   - body: the body, for links that take one; one whose XML root is not known is written as JSON, and JSON is
    ///     then asked for as well.
    ///   - verb: the method; nil for the one that the profile gives to the relation.
    ///   - query: parameters to change, where the profile allows it for this kind of link.
    /// - Throws: ``ClientError`` or `HypermediaError` if it may not or cannot be sent.
    public nonisolated func prepare(
        _ link: Link,
        body: Body? = nil,
        verb: Verb? = nil,
        query: [String: String] = [:]
    ) throws -> PreparedRequest {
        guard let verb = verb ?? link.verb else {
            throw ClientError(
                .unknownVerb,
                "The profile knows no verb for the relation \(link.rel), so the link is not followed.",
                hint: "Name the verb if you know it, such as --verb POST."
            )
        }
        guard HTTPRequest.Method(rawValue: verb.rawValue) != nil else {
            throw ClientError(
                .unknownVerb,
                "‘\(verb)’ is no HTTP method, so the link is not followed.",
                hint: "Name one such as POST, in capitals."
            )
        }
        let href = try edit(link, query: query)
        _ = try policy.origin(for: href)
        let format: DocumentFormat =
            body.map { $0.document?.format ?? ($0.root == nil ? .json : options.accept) } ?? options.accept
        let composer = BodyComposer(profile: profile, schema: options.schema, format: format)
        let composed = try body.map { try composer.compose($0) }
        return PreparedRequest(
            link: link,
            href: href,
            verb: verb,
            format: format,
            body: composed?.bytes,
            shownBody: composed.map { mask.apply(to: $0.shown) },
            report: composed?.report,
            target: link.isSecret ? SecretMask.mask : mask.apply(to: href.requestTarget ?? href.text)
        )
    }

    private nonisolated func edit(_ link: Link, query: [String: String]) throws -> Href {
        guard !query.isEmpty else { return link.href }
        guard let rule = profile.queryRule(for: link.type, owner: link.owner.name) else {
            throw HypermediaError(
                .queryNotAllowed,
                "No parameter may be changed in a link \(link.rel)\(link.type.map { ":\($0)" } ?? "") of \(link.owner.name).",
                hint: "Follow it as it is, and filter what comes."
            )
        }
        return try link.href.settingQuery(query, by: rule)
    }

    /// Follows the one link of a resource that fits a selector, and returns the resource it leads to.
    ///
    /// - Throws: as ``follow(_:body:verb:keepingBytes:)``, and `HypermediaError` if no or several links fit.
    public func follow(_ selector: LinkSelector, of resource: Resource) async throws -> Resource {
        let link = try await selectOne(selector, of: resource)
        return try await self.resource(of: link)
    }

    /// Follows a link that must lead to a resource.
    ///
    /// - Throws: as ``follow(_:body:verb:keepingBytes:)``, and if the answer is empty.
    public func resource(of link: Link) async throws -> Resource {
        let answer = try await follow(link)
        guard let resource = answer.resource else {
            throw ClientError(
                .unusableAnswer,
                "Following \(link.rel) was answered with status \(answer.status) and no representation.",
                request: ClientError.Request(
                    verb: answer.hop.verb,
                    target: answer.hop.target,
                    rel: answer.hop.rel,
                    type: answer.hop.type
                ),
                status: answer.status
            )
        }
        return resource
    }
}
