// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import HTTPTypes
public import Hypermedia
internal import Synchronization

extension Cassette {
    /// The cassette as an HTTP archive (HAR 1.2), for browsers and other tools; times are not known and are 0.
    public var har: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(HARLog.Archive(log: HARLog(entries: exchanges.map(entry)))))
        }
    }

    private func entry(_ exchange: CassetteExchange) -> HARLog.Entry {
        func fields(_ headers: [CassetteExchange.Header]) -> [HARLog.Field] {
            headers.map { HARLog.Field(name: $0.name, value: $0.value) }
        }
        func type(_ headers: [CassetteExchange.Header]) -> String {
            headers.first { $0.name.lowercased() == "content-type" }?.value ?? ""
        }
        let sent = exchange.request.body.flatMap { bodies[$0] }
        let received = exchange.response?.body.flatMap { bodies[$0] } ?? []
        let headers = exchange.response?.headers ?? []
        let text = String(validating: received, as: UTF8.self)
        return HARLog.Entry(
            request: HARLog.Request(
                method: exchange.request.verb,
                url: Cassette.origin + exchange.request.target,
                headers: fields(exchange.request.headers),
                postData: sent.map {
                    HARLog.PostData(
                        mimeType: type(exchange.request.headers),
                        text: String(decoding: $0, as: UTF8.self)
                    )
                }
            ),
            response: HARLog.Response(
                status: exchange.response?.status ?? 0,
                headers: fields(headers),
                content: HARLog.Content(
                    size: received.count,
                    mimeType: type(headers),
                    text: text ?? Data(received).base64EncodedString(),
                    encoding: text == nil ? "base64" : nil
                )
            )
        )
    }

    /// Makes a cassette of an HTTP archive, secrets and host taken out as if it had been recorded.
    ///
    /// What was asked of other origins than that of the entry point is left out.
    ///
    /// - Parameters:
    ///   - har: the archive, as browsers write it.
    ///   - profile: what is true of the API; tells what is secret.
    ///   - entry: where the API begins; nil for where the first request went.
    /// - Throws: ``CassetteError`` if it is no archive, or holds nothing of the API.
    public static func imported(
        har: [UInt8],
        profile: Profile,
        entry: EntryPoint? = nil
    ) async throws(CassetteError) -> Cassette {
        let log: HARLog
        do {
            log = try JSONDecoder().decode(HARLog.Archive.self, from: Data(har)).log
        } catch {
            throw CassetteError("This is no HTTP archive (HAR): \(error)")
        }
        guard let first = log.entries.first, let entry = entry ?? (try? EntryPoint(first.request.url)) else {
            throw CassetteError("The archive holds no request.")
        }
        let entries = log.entries.filter { HARTransport.origin($0.request.url) == entry.origin }
        guard !entries.isEmpty else {
            throw CassetteError("The archive holds nothing of \(entry.origin).")
        }
        let recorder = CassetteRecorder(HARTransport(entries), profile: profile, entry: entry)
        for entry in entries {
            // A failure is recorded as one.
            _ = try? await recorder.send(HARTransport.request(entry.request))
        }
        return recorder.cassette
    }
}

/// Answers with the answers of an archive, in their order.
private final class HARTransport: Transport {
    private let entries: [HARLog.Entry]
    private let position = Mutex(0)

    init(_ entries: [HARLog.Entry]) { self.entries = entries }

    static func origin(_ url: String) -> Origin? {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme, let host = parts.host else {
            return nil
        }
        return Origin("\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? ""))
    }

    static func request(_ recorded: HARLog.Request) -> TransportRequest {
        let parts = URLComponents(string: recorded.url)
        var path = parts?.percentEncodedPath ?? "/"
        if path.isEmpty { path = "/" }
        if let query = parts?.percentEncodedQuery { path += "?\(query)" }
        var head = HTTPRequest(
            method: HTTPRequest.Method(recorded.method) ?? .get,
            scheme: parts?.scheme,
            authority: parts?.host,
            path: path
        )
        head.headerFields = fields(recorded.headers)
        return TransportRequest(
            head: head,
            body: recorded.postData?.text.map { Array($0.utf8) },
            timeout: .seconds(60)
        )
    }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let response = position.withLock { position in
            defer { position += 1 }
            return entries[position].response
        }
        guard (200..<600).contains(response.status) else {
            throw TransportFailure(.network, "The archive has no answer.", requestMayHaveBeenSent: true)
        }
        let text = response.content.text ?? ""
        let isPacked = response.content.encoding == "base64"
        let body = isPacked ? Data(base64Encoded: text).map { Array($0) } ?? [] : Array(text.utf8)
        return TransportResponse(
            head: HTTPResponse(
                status: .init(code: response.status),
                headerFields: HARTransport.fields(response.headers)
            ),
            body: ResponseBody(bytes: body)
        )
    }

    private static func fields(_ recorded: [HARLog.Field]) -> HTTPFields {
        var fields = HTTPFields()
        for field in recorded {
            // HTTP/2 writes method and path among the headers.
            guard !field.name.hasPrefix(":"), let name = HTTPField.Name(field.name) else { continue }
            fields.append(HTTPField(name: name, value: field.value))
        }
        return fields
    }
}
