// SPDX-License-Identifier: Apache-2.0

internal import HTTPTypes
internal import Hypermedia
internal import NodeStore

extension HypermediaClient {
    /// Reads the body of a successful answer as a representation.
    func read(_ response: TransportResponse, of exchange: Exchange, log: inout HopLog) async throws -> Answer {
        let status = response.head.status.code
        let content = ContentType(response.head.headerFields[.contentType])
        let announced = response.head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
        if announced > options.limits.responseBytes { throw tooLarge(exchange, status: status) }
        var chunks = response.body.makeAsyncIterator()
        var first: [UInt8]?
        do {
            repeat { first = try await chunks.next() } while first?.isEmpty == true
        } catch {
            throw unreadable(error, of: exchange, status: status)
        }
        guard let first else {
            finish(log)
            log.isOpen = false
            return Answer(
                status: status,
                representation: nil,
                bytes: exchange.keepsBytes ? [] : nil,
                contentType: content.text,
                hop: log.hop(endedAt: time.now(), failure: nil),
                generation: session.generation
            )
        }
        guard let format = content.format(profile: profile, first: first) else {
            throw ClientError(
                .unusableAnswer,
                "The server answered \(status) with \(content.text ?? "no content type") where \(profile.name) answers in XML or JSON.",
                hint: "Is this the API, or a web page, proxy or another product on that port?",
                request: summary(exchange),
                status: status
            )
        }
        let reader = RepresentationReader(
            format: format,
            profile: profile,
            encoding: content.charset,
            limits: options.limits.document,
            sizeHint: announced
        )
        var kept: [UInt8] = []
        let representation: Representation
        do {
            var next: [UInt8]? = first
            while let chunk = next {
                log.bytes += chunk.count
                if log.bytes > options.limits.responseBytes { throw tooLarge(exchange, status: status) }
                if exchange.keepsBytes { kept += chunk }
                try reader.feed(chunk)
                next = try await chunks.next()
            }
            representation = try reader.finish(answering: exchange.href, expectedType: exchange.type)
        } catch let error as ClientError {
            throw error
        } catch {
            throw unreadable(error, of: exchange, status: status)
        }
        if let problem = representation.unusableReason {
            throw ClientError(
                .unusableAnswer,
                "The server answered \(status), but \(problem).",
                hint: "Is this the entry point of \(profile.name), or another product on that port?",
                request: summary(exchange),
                status: status
            )
        }
        log.findings = representation.findings(format: exchange.format, type: exchange.type)
        finish(log)
        log.isOpen = false
        return Answer(
            status: status,
            representation: representation,
            bytes: exchange.keepsBytes ? kept : nil,
            contentType: content.text,
            hop: log.hop(endedAt: time.now(), failure: nil),
            generation: session.generation
        )
    }

    /// What an error answer says, as an error.
    func error(for response: TransportResponse, of exchange: Exchange, log: inout HopLog) async -> ClientError {
        let status = response.head.status.code
        var bytes: [UInt8] = []
        do {
            for try await chunk in response.body {
                bytes += chunk
                if bytes.count > 1 << 16 { break }
            }
        } catch {
            // The status tells enough; a broken error document must not hide it.
            bytes = []
        }
        log.bytes = bytes.count
        let content = ContentType(response.head.headerFields[.contentType])
        var said: String?
        if let format = content.format(profile: profile, first: bytes), !bytes.isEmpty {
            let document = try? Representation.read(bytes, format: format, profile: profile, encoding: content.charset)
            said = document?.root.property(profile.errorMessage)
        }
        let retryAfter = response.head.headerFields[.retryAfter].flatMap { Int($0) }
        return StatusAdvice.error(
            status: status,
            said: said.map { mask.apply(to: $0) },
            retryAfter: retryAfter,
            request: summary(exchange),
            isLogon: exchange.authorization == .credentials
        )
    }

    private func tooLarge(_ exchange: Exchange, status: Int) -> ClientError {
        ClientError(
            .limitExceeded,
            "The answer is larger than the limit response-bytes (\(options.limits.responseBytes)) allows.",
            request: summary(exchange),
            status: status
        )
    }

    private func unreadable(_ error: any Error, of exchange: Exchange, status: Int) -> ClientError {
        if let failure = error as? TransportFailure { return explain(failure, of: exchange) }
        let isWrite = !exchange.verb.isSafe && exchange.authorization == .session
        guard let failure = error as? ReadFailure else {
            return explain(
                TransportFailure(
                    error is CancellationError ? .cancelled : .network,
                    error is CancellationError ? "The request was cancelled." : "The answer broke off: \(error)",
                    requestMayHaveBeenSent: true
                ),
                of: exchange
            )
        }
        let what = failure.code == .limit ? "passes a limit" : "cannot be read"
        return ClientError(
            failure.code == .limit ? .limitExceeded : .unusableAnswer,
            "The server answered \(status), but the document \(what): \(mask.apply(to: failure.description))",
            hint: isWrite ? "The \(exchange.verb) was accepted; look before you send it again." : nil,
            request: summary(exchange),
            status: status,
            effectUnknown: isWrite
        )
    }
}
