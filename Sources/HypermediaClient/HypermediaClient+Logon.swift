// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension HypermediaClient {
    /// How a session ended.
    public enum Logoff: Hashable, Sendable {
        /// There was none to end, or the server had ended it already.
        case none
        /// The server confirmed it.
        case done
        /// It could not be ended and is left to the server's idle expiry; with the reason.
        case leftToExpire(String)
    }

    /// Reads the entry point and logs on by the link that it offers; does nothing if somebody is logged on already.
    ///
    /// - Returns: the resource that a session begins with.
    /// - Throws: ``ClientError``; `logon-refused` if the credentials are wrong (tried once), `logon-unusable` if the
    ///   answer gives no session to work with: that session is then left to expire.
    @discardableResult
    public func logOn() async throws -> Resource {
        if let hub, session.token != nil || profile.logon == nil { return hub }
        if case .closed = session.state { throw refusedRenewal ?? closed() }
        try await openOnce(insteadOf: nil)
        return try begin(nil)
    }

    /// Ends the session by the link that it offers; safe to call at any time, also from a cancelled task.
    @discardableResult
    public func logOff() async -> Logoff {
        // A session that is being opened would be forgotten otherwise.
        while isLoggingOn { _ = await nextLogon() }
        defer {
            session.close()
            hub = nil
            abandoned = nil
        }
        if let abandoned { return .leftToExpire(abandoned) }
        guard let rule = profile.logon, session.token != nil, let hub else { return .none }
        let offered = hub.links.filter { $0.rel == rule.logoff && ($0.type == nil || $0.type == rule.sessionType) }
        guard let link = offered.first, offered.allSatisfy({ $0.href == link.href }) else {
            return .leftToExpire("The session offers no single \(rule.logoff) link.")
        }
        // A cancelled task cannot send; the task made here is awaited at once, so nothing outlives this call.
        return await Task { await self.end(by: link) }.value
    }

    private func end(by link: Link) async -> Logoff {
        do {
            var order = Exchange(try prepare(link))
            order.mayRenew = false
            _ = try await exchange(order)
            return .done
        } catch let error as ClientError where error.code == .unauthorized {
            return .none
        } catch {
            return .leftToExpire((error as? any ActionableError)?.message ?? "The logoff failed.")
        }
    }

    /// Logs on, runs a body, and logs off whatever happens.
    ///
    /// - Parameters:
    ///   - client: a client that has not logged on yet.
    ///   - onLogoff: told how the session ended.
    ///   - body: gets the resource that the session begins with.
    /// - Throws: what logging on or the body throws.
    public static func withSession<Result: Sendable>(
        _ client: HypermediaClient,
        onLogoff: (@Sendable (Logoff) -> Void)? = nil,
        _ body: @Sendable (Resource) async throws -> Result
    ) async throws -> Result {
        do {
            let hub = try await client.logOn()
            let result = try await body(hub)
            let ending = await client.logOff()
            onLogoff?(ending)
            return result
        } catch {
            let ending = await client.logOff()
            onLogoff?(ending)
            throw error
        }
    }

    /// Logs on again after the server forgot the session; concurrent requests wait for the one that does it.
    ///
    /// - Parameter token: the token that was refused.
    func renew(_ token: String?) async throws {
        do {
            try await openOnce(insteadOf: token)
        } catch let error as ClientError where error.code == .logonRefused || error.code == .logonUnusable {
            // Never a second attempt: repetition locks accounts.
            refusedRenewal = error
            session.close()
            throw error
        }
    }

    /// Opens a session unless another request does so at the same time, whose outcome is then shared.
    private func openOnce(insteadOf token: String?) async throws {
        while isLoggingOn {
            let failure = await nextLogon()
            if failure == nil, session.token != token { return }
            // The other one was cancelled, which says nothing about this one.
            if let failure, (failure as? ClientError)?.code != ErrorCode("cancelled") { throw failure }
        }
        isLoggingOn = true
        var failure: (any Error)?
        do { try await open() } catch { failure = error }
        isLoggingOn = false
        let waiters = logonWaiters
        logonWaiters = []
        for waiter in waiters { waiter.resume(returning: failure) }
        if let failure { throw failure }
    }

    private func nextLogon() async -> (any Error)? {
        await withCheckedContinuation { logonWaiters.append($0) }
    }

    private func open() async throws {
        let root = try await readEntry()
        guard let rule = profile.logon else {
            hub = root
            return
        }
        let link = try logonLink(of: root, rule: rule)
        let prepared = try prepare(link, body: credentials?.body)
        try check(prepared)
        var order = Exchange(prepared)
        order.authorization = .credentials
        pendingToken = nil
        defer { pendingToken = nil }
        let answer: Answer
        do {
            answer = try await exchange(order)
        } catch let error as ClientError where pendingToken != nil {
            let unusable = unusable(error.message, rule: rule, like: error)
            throw error.code == ErrorCode("cancelled") ? error : unusable
        }
        guard let token = pendingToken, !token.isEmpty else {
            throw unusable("It has no \(rule.tokenHeader) header.", rule: rule, of: answer)
        }
        guard let session = answer.resource.flatMap({ findSession(in: $0, rule: rule) }) else {
            throw unusable("It holds no single \(rule.sessionElement).", rule: rule, of: answer)
        }
        for secret in profile.secretProperties { mask.add(session.property(PropertyPath(secret))) }
        self.session.loggedOn(token: token)
        hub = session
    }

    func readEntry() async throws -> Resource {
        let answer = try await exchange(Exchange(entry: entry, format: options.accept))
        guard let root = answer.resource else {
            throw ClientError(.unusableAnswer, "The entry point answered with status \(answer.status) and no document.")
        }
        return root
    }

    private func logonLink(of root: Resource, rule: LogonRule) throws -> Link {
        guard let version = options.apiVersion else { return try rule.create.selectOne(in: root) }
        let items = rule.versionItem.map { root.items(named: $0) } ?? []
        guard let item = items.first(where: { $0.label?.lowercased() == version.lowercased() }) else {
            let offered = items.compactMap(\.label).joined(separator: ", ")
            throw ClientError(
                .versionMissing,
                "The server does not offer API version \(version).",
                hint: offered.isEmpty ? "It names no versions." : "It offers: \(offered)."
            )
        }
        return try rule.create.selectOne(in: item)
    }

    private func findSession(in resource: Resource, rule: LogonRule) -> Resource? {
        let isNamedSo = resource.name.lowercased() == rule.sessionElement.lowercased()
        if isNamedSo, resource.type == rule.sessionType || !resource.links.isEmpty { return resource }
        let items = resource.items(named: rule.sessionElement)
        if items.count == 1 { return items.first }
        // A list in JSON may not name its item as XML does; the type tells.
        let typed = resource.items.filter { $0.type == rule.sessionType }
        if typed.count == 1 { return typed.first }
        // The root of JSON is named by what was expected, which proves nothing.
        return isNamedSo && resource.representation.format == .xml ? resource : nil
    }

    private func unusable(_ reason: String, rule: LogonRule, of answer: Answer) -> ClientError {
        let request = ClientError.Request(
            verb: answer.hop.verb,
            target: answer.hop.target,
            rel: answer.hop.rel,
            type: answer.hop.type
        )
        return unusable(
            reason,
            rule: rule,
            like: ClientError(.logonUnusable, reason, request: request, status: answer.status)
        )
    }

    /// Notes that there is a session which cannot be ended from here, and says so.
    private func unusable(_ reason: String, rule: LogonRule, like error: ClientError) -> ClientError {
        abandoned = "The answer to the logon could not be used. \(reason)"
        let minutes = rule.idleLimit.components.seconds / 60
        return ClientError(
            .logonUnusable,
            "The logon was accepted, but its answer cannot be used. \(reason)",
            hint: "That session cannot be ended from here; the server drops it after \(minutes) minutes without use.",
            request: error.request,
            status: error.status
        )
    }
}
