// SPDX-License-Identifier: Apache-2.0

internal import HTTPTypes
internal import Hypermedia
internal import NodeStore

extension HypermediaClient {
    /// Performs an exchange: sends, follows redirects, renews the session once, reads the answer.
    func exchange(_ exchange: Exchange) async throws -> Answer {
        var exchange = exchange
        while true {
            if case .closed = session.state, exchange.authorization == .session {
                throw refusedRenewal ?? closed(summary(exchange))
            }
            let token = exchange.authorization == .session ? session.token : nil
            switch try await attempt(exchange, token: token) {
            case .answer(let answer): return answer
            case .redirect(let location, let status):
                exchange = try redirect(exchange, to: location, status: status)
            case .unauthorized(let error):
                guard exchange.mayRenew else { throw error }
                let action = session.unauthorized(token: token, wasRepeated: exchange.wasRepeated)
                if action == .giveUp { throw refusedRenewal ?? error }
                if action == .renew { try await renew(token) }
                exchange.wasRepeated = true
            }
        }
    }

    func closed(_ request: ClientError.Request? = nil) -> ClientError {
        ClientError(
            .closed,
            "The session of this client was ended, so no further request is made.",
            hint: "Make a new client.",
            request: request
        )
    }

    private enum Attempt {
        case answer(Answer)
        case redirect(String, status: Int)
        case unauthorized(ClientError)
    }

    private func attempt(_ exchange: Exchange, token: String?) async throws -> Attempt {
        let origin = try policy.origin(for: exchange.href)
        // Noted now: while the answer is under way, another request may renew the session.
        let generation = session.generation
        hopCount += 1
        var log = HopLog(exchange, number: hopCount, target: shown(exchange), startedAt: time.now())
        let request = TransportRequest(
            head: try head(of: exchange, origin: origin, token: token),
            body: exchange.body,
            timeout: options.limits.requestTimeout
        )
        onRequest?(shown(request.head, of: exchange, origin: origin))
        do {
            let response: TransportResponse
            do {
                response = try await transport.send(request)
            } catch {
                throw explain(error, of: exchange)
            }
            let status = response.head.status.code
            log.status = status
            if let date = response.head.headerFields[.date] { serverDate = date }
            if status != 401 { session.answered(token: token) }
            if (300...399).contains(status), status != 304, let location = response.head.headerFields[.location] {
                finish(&log)
                return .redirect(location, status: status)
            }
            guard (200...299).contains(status) else {
                let error = await self.error(for: response, of: exchange, log: &log)
                finish(&log, failure: error.code)
                if status == 401, exchange.authorization == .session { return .unauthorized(error) }
                throw error
            }
            // Known before the body is read: nothing that quotes the answer may show it.
            if exchange.authorization == .credentials { noteToken(response.head.headerFields) }
            return .answer(try await read(response, of: exchange, generation: generation, log: &log))
        } catch let error as ClientError {
            finish(&log, failure: error.code)
            throw error
        }
    }

    /// Where a redirect leads, as the next exchange.
    ///
    /// 307 and 308 say that nothing was done; the older three are what web applications answer after the work too, so
    /// that the effect of a write is unknown.
    private func redirect(_ exchange: Exchange, to location: String, status: Int) throws -> Exchange {
        guard exchange.verb.isSafe else {
            throw ClientError(
                .redirectOnWrite,
                "The server redirected a \(exchange.verb), which is not repeated elsewhere.",
                hint: "Check that the entry point is the API itself and not a proxy.",
                request: summary(exchange),
                status: status,
                effectUnknown: exchange.isWrite && status < 307
            )
        }
        var next = exchange
        next.redirects += 1
        guard next.redirects <= options.limits.redirects else {
            throw ClientError(
                .limitExceeded,
                "The server redirected more often than the limit redirects (\(options.limits.redirects)) allows.",
                request: summary(exchange)
            )
        }
        next.href = try exchange.href.redirected(to: location)
        return next
    }

    private func head(of exchange: Exchange, origin: Origin, token: String?) throws -> HTTPRequest {
        guard let method = HTTPRequest.Method(rawValue: exchange.verb.rawValue) else {
            throw ClientError(.unknownVerb, "‘\(exchange.verb)’ is no HTTP method.")
        }
        var fields = HTTPFields()
        let media = profile.mediaTypes[exchange.format] ?? "*/*"
        fields[.accept] = media
        if exchange.body != nil { fields[.contentType] = media }
        switch exchange.authorization {
        case .session:
            if let token, let name = profile.logon.flatMap({ HTTPField.Name($0.tokenHeader) }) { fields[name] = token }
        case .credentials: fields[.authorization] = credentials?.basicAuthorization
        case .none: break
        }
        return HTTPRequest(
            method: method,
            scheme: origin.scheme,
            authority: origin.authority,
            path: exchange.href.requestTarget ?? "/",
            headerFields: fields
        )
    }

    private func noteToken(_ fields: HTTPFields) {
        guard let name = profile.logon.flatMap({ HTTPField.Name($0.tokenHeader) }) else { return }
        pendingToken = fields[name]
        mask.add(token: pendingToken)
    }

    // MARK: What a person sees of it

    func shown(_ exchange: Exchange) -> String {
        exchange.isSecret ? SecretMask.mask : mask.apply(to: exchange.href.requestTarget ?? exchange.href.text)
    }

    private func shown(_ head: HTTPRequest, of exchange: Exchange, origin: Origin) -> ShownRequest {
        let token = profile.logon?.tokenHeader.lowercased()
        let headers = head.headerFields.filter { $0.name != .authorization }.map { field in
            let isSecret = field.name.canonicalName == token
            return ShownRequest.Header(
                name: field.name.rawName,
                value: isSecret ? SecretMask.mask : mask.apply(to: field.value)
            )
        }
        return ShownRequest(
            verb: exchange.verb.rawValue,
            origin: origin.description,
            target: shown(exchange),
            headers: headers,
            user: exchange.authorization == .credentials && credentials?.form == nil ? credentials?.user : nil,
            body: exchange.shownBody.map { mask.apply(to: $0) }
        )
    }

    func summary(_ exchange: Exchange) -> ClientError.Request {
        ClientError.Request(
            verb: exchange.verb.rawValue,
            target: shown(exchange),
            rel: exchange.rel.rawValue,
            type: exchange.type?.rawValue
        )
    }

    /// Reports an exchange, once.
    @discardableResult
    func finish(_ log: inout HopLog, failure: ErrorCode? = nil) -> Hop {
        let hop = log.hop(endedAt: time.now(), failure: failure)
        if log.isOpen { onHop?(hop) }
        log.isOpen = false
        return hop
    }

    func explain(_ failure: TransportFailure, of exchange: Exchange, status: Int? = nil) -> ClientError {
        let unknown = exchange.isWrite && failure.requestMayHaveBeenSent
        var hint = TransportAdvice.hint(for: failure, origin: entry.origin, timeout: options.limits.requestTimeout)
        if unknown {
            hint = "The \(exchange.verb) may have had its effect; look before you send it again."
        } else if exchange.authorization == .credentials, failure.requestMayHaveBeenSent {
            hint = [hint, "The server may have opened a session; it then drops it by itself."]
                .compactMap(\.self).joined(separator: " ")
        }
        return ClientError(
            ErrorCode(failure.code.rawValue),
            mask.apply(to: failure.message),
            hint: hint,
            request: summary(exchange),
            status: status,
            effectUnknown: unknown,
            certificate: failure.certificate
        )
    }
}
