// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HypermediaClient
import Synchronization

/// A transport that answers as a test says and keeps what it was sent.
final class Script: Transport {
    typealias Outcome = Result<TransportResponse, TransportFailure>

    private let sent = Mutex<[TransportRequest]>([])
    private let answer: @Sendable (TransportRequest) async -> Outcome

    init(_ answer: @escaping @Sendable (TransportRequest) async -> Outcome) { self.answer = answer }

    /// Lets a simulator answer what a test does not; nil leaves a request to it.
    convenience init(
        over base: any Transport,
        _ answer: @escaping @Sendable (TransportRequest) async -> Outcome?
    ) {
        self.init { request in
            if let outcome = await answer(request) { return outcome }
            return await base.outcome(of: request)
        }
    }

    var requests: [TransportRequest] { sent.withLock { $0 } }
    var lines: [String] { requests.map { "\($0.head.method) \($0.head.path ?? "")" } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        sent.withLock { $0.append(request) }
        return try await answer(request).get()
    }
}

extension Transport {
    func outcome(of request: TransportRequest) async -> Script.Outcome {
        do throws(TransportFailure) { return .success(try await send(request)) } catch { return .failure(error) }
    }
}

extension TransportRequest {
    var isJSON: Bool { head.headerFields[.accept] == "application/json" }
    var line: String { "\(head.method) \(head.path ?? "")" }
}

extension Result where Success == TransportResponse, Failure == TransportFailure {
    /// An answer with a body; no content type for nil.
    static func answer(
        _ status: Int,
        _ body: [UInt8],
        type: String? = "application/xml",
        _ fields: HTTPFields = [:]
    ) -> Self {
        var fields = fields
        fields[.contentType] = type
        return .success(
            TransportResponse(
                head: HTTPResponse(status: .init(code: status), headerFields: fields),
                body: ResponseBody(bytes: body)
            )
        )
    }

    static func answer(
        _ status: Int,
        _ body: String = "",
        type: String? = "application/xml",
        _ fields: HTTPFields = [:]
    ) -> Self { answer(status, Array(body.utf8), type: type, fields) }

    static func stream(_ type: String, _ makeNext: @escaping @Sendable () -> (() async throws -> [UInt8]?)) -> Self {
        .success(
            TransportResponse(
                head: HTTPResponse(status: .ok, headerFields: [.contentType: type]),
                body: ResponseBody(makeNext)
            )
        )
    }
}
