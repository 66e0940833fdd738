// SPDX-License-Identifier: Apache-2.0

internal import HTTPTypes
internal import Hypermedia
internal import NodeStore

extension HypermediaClient {
    /// Reads the body of a successful answer as a representation.
    func read(
        _ response: TransportResponse,
        of exchange: Exchange,
        generation: Int,
        log: inout HopLog
    ) async throws -> Answer {
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
            guard status == 204 || !exchange.verb.isSafe else {
                throw unusable("The server answered \(status) with an empty body.", of: exchange, status: status)
            }
            return Answer(
                status: status,
                representation: nil,
                bytes: exchange.keepsBytes ? [] : nil,
                contentType: content.text,
                hop: finish(&log),
                generation: generation
            )
        }
        try checkCoding(response.head.headerFields[.contentEncoding], of: exchange, status: status)
        guard exchange.readsDocument else {
            var bytes: [UInt8] = []
            do {
                var next: [UInt8]? = first
                while let chunk = next {
                    log.bytes += chunk.count
                    if log.bytes > options.limits.responseBytes { throw tooLarge(exchange, status: status) }
                    bytes += chunk
                    next = try await chunks.next()
                }
            } catch {
                throw error as? ClientError ?? unreadable(error, of: exchange, status: status)
            }
            return Answer(
                status: status,
                representation: nil,
                bytes: exchange.keepsBytes ? bytes : nil,
                contentType: content.text,
                hop: finish(&log),
                generation: generation
            )
        }
        guard let format = content.format(profile: profile, first: first) else {
            let what = content.text.map { mask.apply(to: $0) } ?? "no content type"
            throw unusable(
                "The server answered \(status) with \(what) where \(profile.name) answers in XML or JSON.",
                hint: "Is this the API, or a web page, proxy or another product on that port?",
                of: exchange,
                status: status
            )
        }
        let reader = RepresentationReader(
            format: format,
            profile: profile,
            encoding: content.charset,
            limits: options.limits.document,
            sizeHint: announced,
            answering: exchange.href,
            expectedType: exchange.type,
            passage: exchange.onPassage == nil ? nil : options.limits.passageBytes
        )
        // XML is validated as it arrives; JSON needs all of it, as its order may be any.
        let validator = format == .xml ? self.validator(encoding: content.charset) : nil
        let keepsAll = exchange.keepsBytes || format == .json && options.validatesAnswers
        var kept: [UInt8] = []
        var noticed = FindingTally()
        let representation: Representation
        do {
            var next: [UInt8]? = first
            while let chunk = next {
                log.bytes += chunk.count
                if log.bytes > options.limits.responseBytes { throw tooLarge(exchange, status: status) }
                if keepsAll { kept += chunk }
                exchange.onBytes?(chunk)
                try reader.feed(chunk)
                try validator?.feed(chunk)
                for passage in reader.takePassages() {
                    try checkUse(of: passage, for: exchange, status: status)
                    // What it is and whether that was promised only the whole can tell.
                    noticed.add(passage.findings())
                    exchange.onPassage?(passage)
                }
                next = try await chunks.next()
            }
            representation = try reader.finish()
        } catch let error as ClientError {
            throw error
        } catch {
            throw unreadable(error, of: exchange, status: status)
        }
        try checkUse(of: representation, for: exchange, status: status)
        noticed.add(representation.findings(format: exchange.format, type: exchange.type))
        log.findings = noticed.findings
        log.findings += try findings(of: validator, json: format == .json ? kept : nil, representation)
        return Answer(
            status: status,
            representation: representation,
            bytes: exchange.keepsBytes ? kept : nil,
            contentType: content.text,
            hop: finish(&log),
            generation: generation
        )
    }

    private func checkUse(of representation: Representation, for exchange: Exchange, status: Int) throws(ClientError) {
        guard let problem = representation.unusableReason else { return }
        throw unusable(
            "The server answered \(status), but \(mask.apply(to: problem)).",
            hint: "Is this the entry point of \(profile.name), or another product on that port?",
            of: exchange,
            status: status
        )
    }

    private func validator(encoding: String?) -> SchemaStream? {
        guard options.validatesAnswers, let schema = options.schema else { return nil }
        return schema.stream(encoding: encoding, limits: options.limits.document)
    }

    /// What the schema has to say of an answer, if it was asked.
    private func findings(
        of validator: SchemaStream?,
        json: [UInt8]?,
        _ representation: Representation
    ) throws(ReadFailure) -> [Finding] {
        guard options.validatesAnswers, let schema = options.schema else { return [] }
        // The entry point in JSON does not say what it is; the schema knows by its members.
        let name = representation.root.name
        let report: Schema.Report? =
            if let validator {
                try validator.finish()
            } else if let json {
                try schema.validate(json, format: .json, root: name.isEmpty ? nil : name, profile: profile)
            } else {
                nil
            }
        guard let report else { return [] }
        guard report.verdict == .noSchema else { return report.findings }
        return [Finding(code: "no-schema", severity: .warning, message: "The schema has no element \(name).")]
    }

    /// No coding is asked for, so none is expected; gzip read as text would end in a riddle.
    private func checkCoding(_ coding: String?, of exchange: Exchange, status: Int) throws {
        guard let coding, coding.lowercased() != "identity" else { return }
        throw unusable(
            "The server answered \(status) with the content coding \(mask.apply(to: coding)), which was not asked for.",
            hint: "Is there a proxy in between that compresses?",
            of: exchange,
            status: status
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
        let retryAfter = response.head.headerFields[.retryAfter].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
        return StatusAdvice.error(
            status: status,
            said: said.flatMap { StatusAdvice.quotable(mask.apply(to: $0)) },
            retryAfter: retryAfter,
            request: summary(exchange),
            of: exchange
        )
    }

    private func tooLarge(_ exchange: Exchange, status: Int) -> ClientError {
        ClientError(
            .limitExceeded,
            "The answer is larger than the limit response-bytes (\(options.limits.responseBytes)) allows.",
            hint: lookFirst(exchange),
            request: summary(exchange),
            status: status,
            effectUnknown: exchange.isWrite
        )
    }

    /// A success that cannot be understood; if it answers a write, nobody knows what it stands for.
    private func unusable(_ message: String, hint: String? = nil, of exchange: Exchange, status: Int) -> ClientError {
        ClientError(
            .unusableAnswer,
            message,
            hint: lookFirst(exchange) ?? hint,
            request: summary(exchange),
            status: status,
            effectUnknown: exchange.isWrite
        )
    }

    private func unreadable(_ error: any Error, of exchange: Exchange, status: Int) -> ClientError {
        if let failure = error as? TransportFailure { return explain(failure, of: exchange, status: status) }
        guard let failure = error as? ReadFailure else {
            return explain(
                TransportFailure(
                    error is CancellationError ? .cancelled : .network,
                    error is CancellationError ? "The request was cancelled." : "The answer broke off: \(error)",
                    requestMayHaveBeenSent: true
                ),
                of: exchange,
                status: status
            )
        }
        let isLimit = failure.code == .limit
        return ClientError(
            isLimit ? .limitExceeded : .unusableAnswer,
            "The server answered \(status), but the document \(isLimit ? "passes a limit" : "cannot be read"): \(mask.apply(to: failure.description))",
            hint: lookFirst(exchange),
            request: summary(exchange),
            status: status,
            effectUnknown: exchange.isWrite
        )
    }

    private func lookFirst(_ exchange: Exchange) -> String? {
        exchange.isWrite ? "The \(exchange.verb) may have had its effect; look before you send it again." : nil
    }
}
