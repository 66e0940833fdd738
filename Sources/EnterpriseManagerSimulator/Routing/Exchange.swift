// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// One request on its way to one response: faults, logon, routing, writing.
struct Exchange {
    let request: SimulatorRequest
    let address: Address?
    let session: LogonRecord?
    let now: Duration
    let fault: FaultEffect?
    let configuration: SimulatorConfiguration
    /// From how many bytes on an answer is left to be written while it is sent.
    let wholeBelow: Int

    private var format: Format { Format(accept: request.headers[.accept]) }

    func response(router: Router, world: inout World, issuer: inout HrefIssuer) -> SimulatorResponse {
        if let fault, let response = responseWithoutEffect(fault, world: &world, issuer: &issuer) { return response }
        var response: SimulatorResponse
        do throws(Refusal) {
            let answer = try answer(router: router, world: &world)
            if let session = answer.session { issuer.session = session }
            issuer.isOffered = filter(of: router, for: answer.session ?? session?.id, in: world)
            response = write(answer.document, answer.status, answer.headers, &issuer)
            if let file = answer.file { response.body = file }
            if let location = answer.location { response.headers[.location] = issuer.issue(location) }
        } catch {
            response = write(error.document, error.status, error.headers, &issuer)
        }
        if let fault { change(&response, by: fault) }
        return response
    }

    private func answer(router: Router, world: inout World) throws(Refusal) -> Answer {
        let roles = session.map { world.roles(of: $0) } ?? []
        let (route, parameters, query) = try route(by: router, for: roles)
        let call = Call(
            parameters: parameters,
            query: query,
            format: format,
            now: now,
            session: session?.id ?? GUID(high: 0, low: 0),
            roles: roles,
            version: session?.version ?? configuration.apiVersions.max() ?? .v1_7,
            body: request.body,
            taskFault: fault.flatMap { $0.concernsTask ? $0 : nil },
            authorization: request.headers[.authorization]
        )
        var answer = try route.handler(call, &world)
        if session?.tenant != nil { answer.document = answer.document?.forTenant }
        return answer
    }

    /// Which links an answer to a session has; nil for all.
    private func filter(of router: Router, for session: GUID?, in world: World) -> HrefIssuer.Filter? {
        guard let record = session.flatMap({ world.logons.sessions[$0] }), record.tenant == nil else { return nil }
        let roles = world.roles(of: record)
        if roles.contains(.administrators) { return nil }
        return { router.offers($0, to: roles) }
    }

    private func route(by router: Router, for roles: RoleSet) throws(Refusal) -> (Route, [String], Query) {
        // A HEAD is a GET without a body.
        let method = request.method == .head ? HTTPRequest.Method.get : request.method
        do throws(Refusal) {
            guard let address else { throw Refusal.nothingThere }
            if session?.tenant != nil, !CloudTenantAccess.permits(address) { throw CloudTenantAccess.refusal }
            let found = try router.route(method, address)
            guard found.0.isOpen || session != nil else { throw Refusal.noSession }
            guard found.0.isOpen || session?.tenant != nil || roles.belong(to: found.0.audience) else {
                throw Refusal.forbidden
            }
            return found
        } catch {
            // Whoever is not logged on learns nothing about paths.
            throw session == nil ? Refusal.noSession : error
        }
    }

    private func write(
        _ document: Element?,
        _ status: Int,
        _ headers: [(HTTPField.Name, String)],
        _ issuer: inout HrefIssuer
    ) -> SimulatorResponse {
        var response = SimulatorResponse(status: status)
        for (name, value) in headers { response.headers[name] = value }
        guard let document else { return response }
        response.headers[.contentType] = format.mediaType
        let mark: [UInt8] = configuration.byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        // What is handed out has to be in the log when the next request comes, and faults count bytes.
        let isWhole = issuer.keepsPaths || fault != nil
        let start = isWhole ? issuer : issuer.branch()
        var writer = writer(of: document, start)
        let bytes = mark + (writer.next(atLeast: isWhole ? .max : wholeBelow) ?? [])
        if isWhole { issuer = writer.issuer }
        if writer.isAtEnd {
            response.body = bytes
        } else {
            let rest = UnwrittenRest(writer)
            response.pieces = { [self] in
                // Whoever reads it first goes on where it was found out to be long, anybody else from the beginning.
                let taken = rest.take()
                var made = taken == nil ? mark : bytes
                var writer = taken ?? self.writer(of: document, start)
                return AnyIterator {
                    defer { made = [] }
                    let missing = SimulatorResponse.pieceSize - made.count
                    let more = missing > 0 ? writer.next(atLeast: missing) : []
                    return made.isEmpty ? more : made + (more ?? [])
                }
            }
        }
        return response
    }

    private func writer(of document: Element, _ issuer: HrefIssuer) -> any DocumentWriter {
        switch format {
        case .xml: XMLWriter(document, order: configuration.attributeOrder, issuer: issuer)
        case .json: JSONWriter(document, keyCase: configuration.keyCase, issuer: issuer)
        }
    }

    /// The response to a request that a fault keeps from having an effect; nil if it has one.
    private func responseWithoutEffect(
        _ fault: FaultEffect,
        world: inout World,
        issuer: inout HrefIssuer
    ) -> SimulatorResponse? {
        switch fault {
        case .status(let status, let retryAfter):
            let headers = retryAfter.map { [(HTTPField.Name.retryAfter, String($0))] } ?? []
            return write(Refusal(status, "The service is unavailable").document, status, headers, &issuer)
        case .dropBefore:
            return SimulatorResponse(status: 0, delivery: .closedBeforeRequest)
        case .unauthorized:
            if let session { world.logons.close(session.id) }
            return write(Refusal.noSession.document, 401, Refusal.noSession.headers, &issuer)
        case .htmlPage:
            let page = "<!DOCTYPE html><html><body><h1>Sign in to continue</h1></body></html>"
            return SimulatorResponse(status: 200, headers: [.contentType: "text/html"], body: Array(page.utf8))
        case .redirect(let location):
            return SimulatorResponse(status: 302, headers: [.location: location])
        case .rawBody(let bytes, let contentType):
            return SimulatorResponse(status: 200, headers: [.contentType: contentType], body: bytes)
        case .dropAfter, .truncate, .contentType, .taskNeverEnds, .taskFails, .taskFinishedSuccessFalse, .taskLost:
            return nil
        }
    }

    private func change(_ response: inout SimulatorResponse, by fault: FaultEffect) {
        switch fault {
        case .dropAfter:
            response.delivery = .closedAfterRequest
        case .truncate(let count) where count < response.body.count:
            response.delivery = .cutShort(contentLength: response.body.count)
            response.body = Array(response.body.prefix(count))
        case .contentType(let mediaType):
            response.headers[.contentType] = mediaType
        default:
            break
        }
    }
}
