// SPDX-License-Identifier: Apache-2.0

internal import HTTPTypes
internal import Synchronization

/// Answers requests from a cassette, without a server.
public final class CassettePlayer: Transport {
    /// How exactly requests must be those that were recorded.
    public enum Mode: Sendable {
        /// The same requests in the same order, bodies included.
        case strict
        /// Any of the recorded requests; one that was recorded several times is answered in the recorded order, and
        /// then as it was last.
        case loose
    }

    private struct State {
        var position = 0
        var used: [Key: Int] = [:]
    }

    private struct Key: Hashable {
        let verb: String
        let target: String
    }

    private let cassette: Cassette
    private let mode: Mode
    private let byKey: [Key: [CassetteExchange]]
    private let state = Mutex(State())

    /// A player.
    public init(_ cassette: Cassette, mode: Mode = .strict) {
        self.cassette = cassette
        self.mode = mode
        byKey = Dictionary(grouping: cassette.exchanges) { Key(verb: $0.request.verb, target: $0.request.target) }
    }

    /// How many exchanges were not played yet; those that loose replay may leave out count, too.
    public var left: Int {
        state.withLock { state in
            mode == .strict
                ? cassette.exchanges.count - state.position
                : cassette.exchanges.count - state.used.values.reduce(0, +)
        }
    }

    /// Answers a request as it was answered when it was recorded.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let exchange = try mode == .strict ? next(request) : any(request)
        guard let response = exchange.response else {
            throw TransportFailure(
                TransportFailure.Code(rawValue: exchange.failure ?? "network"),
                "When this was recorded, no answer came.",
                requestMayHaveBeenSent: true
            )
        }
        var head = HTTPResponse(status: .init(code: response.status))
        for header in response.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            head.headerFields.append(HTTPField(name: name, value: header.value))
        }
        let body = response.body.flatMap { cassette.bodies[$0] } ?? []
        head.headerFields[.contentLength] = response.status == 204 ? nil : String(body.count)
        return TransportResponse(head: head, body: ResponseBody(bytes: body))
    }

    private func next(_ request: TransportRequest) throws(TransportFailure) -> CassetteExchange {
        let asked = "\(request.head.method.rawValue) \(request.head.path ?? "/")"
        let position = state.withLock { state in
            defer { state.position += 1 }
            return state.position
        }
        guard position < cassette.exchanges.count else {
            throw failure("The cassette has ended; it knows no \(asked).")
        }
        let exchange = cassette.exchanges[position]
        let recorded = "\(exchange.request.verb) \(exchange.request.target)"
        guard recorded == asked else {
            throw failure("The cassette has \(recorded) at \(exchange.number), and \(asked) was asked.")
        }
        let body = exchange.request.body.flatMap { cassette.bodies[$0] } ?? []
        guard body == request.body ?? [] || exchange.isRedacted(body) else {
            throw failure("The body of \(asked) is not the one that was recorded at \(exchange.number).")
        }
        return exchange
    }

    private func any(_ request: TransportRequest) throws(TransportFailure) -> CassetteExchange {
        let key = Key(verb: request.head.method.rawValue, target: request.head.path ?? "/")
        guard let exchanges = byKey[key], let last = exchanges.last else {
            throw failure("The cassette knows no \(key.verb) \(key.target).")
        }
        return state.withLock { state in
            let count = state.used[key, default: 0]
            guard count < exchanges.count else { return last }
            state.used[key] = count + 1
            return exchanges[count]
        }
    }

    private func failure(_ message: String) -> TransportFailure {
        TransportFailure(.network, message, requestMayHaveBeenSent: false)
    }
}

extension CassetteExchange {
    /// Whether secrets were taken out of a body, so that it cannot be compared with what is sent now.
    fileprivate func isRedacted(_ body: [UInt8]) -> Bool { body.firstRange(of: Array("redacted-".utf8)) != nil }
}
