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
                throw ClientError(.closed, "The session was ended, so no further request is made.")
            }
            let token = exchange.authorization == .session ? session.token : nil
            switch try await attempt(exchange, token: token) {
            case .answer(let answer): return answer
            case .redirect(let location): exchange = try redirect(exchange, to: location)
            case .unauthorized(let error):
                switch session.unauthorized(token: token) {
                case .giveUp: throw error
                case .repeatWithCurrentToken: continue
                case .renew: try await renew()
                }
            }
        }
    }

    private enum Attempt {
        case answer(Answer)
        case redirect(String)
        case unauthorized(ClientError)
    }

    private func attempt(_ exchange: Exchange, token: String?) async throws -> Attempt {
        let origin = try policy.origin(for: exchange.href)
        hopCount += 1
        var log = HopLog(exchange, number: hopCount, target: shown(exchange), startedAt: time.now())
        let request = TransportRequest(
            head: head(of: exchange, origin: origin, token: token),
            body: exchange.body,
            timeout: options.limits.requestTimeout
        )
        do {
            let response: TransportResponse
            do {
                response = try await transport.send(request)
            } catch {
                throw explain(error, of: exchange)
            }
            let status = response.head.status.code
            log.status = status
            if status != 401 { session.answered(token: token) }
            if (300...399).contains(status), status != 304, let location = response.head.headerFields[.location] {
                finish(log)
                return .redirect(location)
            }
            guard (200...299).contains(status) else {
                let error = await self.error(for: response, of: exchange, log: &log)
                finish(log, failure: error.code)
                if status == 401, exchange.authorization == .session { return .unauthorized(error) }
                throw error
            }
            // Known before the body is read: nothing that quotes the answer may show it.
            if exchange.authorization == .credentials { noteToken(response.head.headerFields) }
            let answer = try await read(response, of: exchange, log: &log)
            return .answer(answer)
        } catch let error as ClientError {
            if log.isOpen { finish(log, failure: error.code) }
            throw error
        }
    }

    private func redirect(_ exchange: Exchange, to location: String) throws -> Exchange {
        guard exchange.verb.isSafe else {
            throw ClientError(
                .redirectOnWrite,
                "The server redirected a \(exchange.verb), which is not repeated elsewhere.",
                hint: "Check that the entry point is the API itself and not a proxy.",
                request: summary(exchange)
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

    private func head(of exchange: Exchange, origin: Origin, token: String?) -> HTTPRequest {
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
            method: HTTPRequest.Method(rawValue: exchange.verb.rawValue) ?? .get,
            scheme: origin.scheme,
            authority: origin.authority,
            path: exchange.href.requestTarget ?? "/",
            headerFields: fields
        )
    }

    private func noteToken(_ fields: HTTPFields) {
        guard let name = profile.logon.flatMap({ HTTPField.Name($0.tokenHeader) }) else { return }
        pendingToken = fields[name]
        mask.add(pendingToken)
    }

    // MARK: What a person sees of it

    func shown(_ exchange: Exchange) -> String {
        exchange.isSecret ? SecretMask.mask : mask.apply(to: exchange.href.requestTarget ?? exchange.href.text)
    }

    func summary(_ exchange: Exchange) -> ClientError.Request {
        ClientError.Request(
            verb: exchange.verb.rawValue,
            target: shown(exchange),
            rel: exchange.rel.rawValue,
            type: exchange.type?.rawValue
        )
    }

    func finish(_ log: HopLog, failure: ErrorCode? = nil) {
        onHop?(log.hop(endedAt: time.now(), failure: failure))
    }

    func explain(_ failure: TransportFailure, of exchange: Exchange) -> ClientError {
        let isWrite = !exchange.verb.isSafe && exchange.authorization == .session
        let unknown = isWrite && failure.requestMayHaveBeenSent
        return ClientError(
            ErrorCode(failure.code.rawValue),
            mask.apply(to: failure.message),
            hint: unknown
                ? "The \(exchange.verb) may have had its effect; look before you send it again."
                : TransportAdvice.hint(for: failure, origin: entry.origin, timeout: options.limits.requestTimeout),
            request: summary(exchange),
            effectUnknown: unknown,
            certificate: failure.certificate
        )
    }
}
