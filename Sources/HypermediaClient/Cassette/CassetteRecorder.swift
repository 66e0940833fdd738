// SPDX-License-Identifier: Apache-2.0

internal import HTTPTypes
public import Hypermedia
internal import Synchronization

/// Passes requests on and records them, secrets taken out before anything is kept.
///
/// An answer is held whole before it is passed on, since what is secret in it is known only at its end.
public final class CassetteRecorder: Transport {
    private struct State {
        var cassette: Cassette
        var redaction = Redaction()
    }

    private let inner: any Transport
    private let profile: Profile
    private let origin: Origin
    private let state: Mutex<State>

    /// A recorder in front of a transport.
    ///
    /// - Parameters:
    ///   - inner: what requests are passed on to.
    ///   - profile: what is true of the API; tells what is secret.
    ///   - entry: where the API begins; its origin is mapped.
    ///   - credentials: who logs on; the password is kept out wherever it turns up.
    public init(_ inner: any Transport, profile: Profile, entry: EntryPoint, credentials: Credentials? = nil) {
        self.inner = inner
        self.profile = profile
        origin = entry.origin
        var state = State(cassette: Cassette(entryPath: entry.href.path ?? "/"))
        if let credentials {
            state.redaction.learn(credentials.password)
            state.redaction.learn(credentials.basicValue)
        }
        self.state = Mutex(state)
    }

    /// What was recorded so far.
    ///
    /// What turned out to be a secret later is taken out of earlier exchanges, too.
    public var cassette: Cassette {
        state.withLock { state in
            var cassette = state.cassette
            let redaction = state.redaction
            cassette.rewrite { redaction.apply(to: $0) }
            return cassette
        }
    }

    /// Passes a request on and records it with its answer.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let number = begin(request)
        do {
            let response = try await inner.send(request)
            let body = try await CassetteRecorder.collect(response.body)
            end(number, response, body)
            return TransportResponse(head: response.head, body: ResponseBody(bytes: body))
        } catch {
            state.withLock { $0.cassette.exchanges[number - 1].failure = error.code.rawValue }
            throw error
        }
    }

    private static func collect(_ body: ResponseBody) async throws(TransportFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await piece in body { bytes += piece }
        } catch let failure as TransportFailure {
            throw failure
        } catch {
            throw TransportFailure(.closed, "The answer broke off.", requestMayHaveBeenSent: true)
        }
        return bytes
    }

    // MARK: What is kept

    /// Of a request, what says who asks is left out.
    private static let kept: Set<HTTPField.Name> = [.accept, .contentType]
    /// Of an answer, what changes by itself is left out, and how its body was packed on the way.
    private static let dropped: Set<HTTPField.Name> = [
        .date, .server, .connection, .setCookie, .transferEncoding, .contentEncoding,
    ]

    private func begin(_ request: TransportRequest) -> Int {
        state.withLock { state in
            if let body = request.body { learn(body, &state.redaction) }
            let number = state.cassette.exchanges.count + 1
            var kept = CassetteExchange.Request(
                verb: request.head.method.rawValue,
                target: mapped(request.head.path ?? "/", state.redaction),
                headers: request.head.headerFields.filter { CassetteRecorder.kept.contains($0.name) }
                    .map { .init(name: $0.name.rawName, value: $0.value) }
            )
            if let body = request.body, !body.isEmpty {
                let name = CassetteRecorder.file(number, "request", body)
                state.cassette.bodies[name] = mapped(body, state.redaction)
                kept.body = name
            }
            state.cassette.exchanges.append(CassetteExchange(number: number, request: kept))
            return number
        }
    }

    private func end(_ number: Int, _ response: TransportResponse, _ body: [UInt8]) {
        state.withLock { state in
            if let name = (profile.logon?.tokenHeader).flatMap({ HTTPField.Name($0) }),
                let token = response.head.headerFields[name]
            {
                state.redaction.learn(token)
            }
            learn(body, &state.redaction)
            let redaction = state.redaction
            var kept = CassetteExchange.Response(
                status: response.head.status.code,
                headers: response.head.headerFields.filter { field in
                    !CassetteRecorder.dropped.contains(field.name) && field.name != .contentLength
                }.map { .init(name: $0.name.rawName, value: mapped($0.value, redaction)) }
            )
            if !body.isEmpty {
                let name = CassetteRecorder.file(number, "response", body)
                state.cassette.bodies[name] = mapped(body, redaction)
                kept.body = name
            }
            state.cassette.exchanges[number - 1].response = kept
        }
    }

    private func learn(_ body: [UInt8], _ redaction: inout Redaction) {
        guard let representation = try? Representation.read(body, profile: profile) else { return }
        redaction.learn(representation)
    }

    private func mapped(_ text: String, _ redaction: Redaction) -> String {
        String(decoding: mapped(Array(text.utf8), redaction), as: UTF8.self)
    }

    private func mapped(_ bytes: [UInt8], _ redaction: Redaction) -> [UInt8] {
        Cassette.replacing(origin.description, with: Cassette.origin, in: redaction.apply(to: bytes))
    }

    private static func file(_ number: Int, _ part: String, _ body: [UInt8]) -> String {
        let digits = String(number)
        let ending = DocumentFormat.sniff(body.prefix(64)) == .json ? "json" : "xml"
        return String(repeating: "0", count: max(0, 5 - digits.count)) + "\(digits)-\(part).\(ending)"
    }
}
