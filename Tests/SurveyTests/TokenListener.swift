// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import HypermediaClient
import Synchronization

/// Passes requests on and remembers what is secret in the answers: the tokens of logon sessions, the ids that they are
/// made of, and the last part of the hrefs of logon sessions.
///
/// It finds them by itself, not by what the client takes for a secret.
final class TokenListener: Transport {
    private let inner: any Transport
    private let heard = Mutex<(tokens: [String], sessions: Set<String>)>(([], []))

    init(_ inner: any Transport) { self.inner = inner }

    var tokens: [String] { heard.withLock { $0.tokens } }

    /// Everything secret, as it was sent.
    var secrets: Set<String> {
        heard.withLock { heard in
            heard.sessions.union(heard.tokens).union(
                heard.tokens.compactMap { Data(base64Encoded: $0) }.map { String(decoding: $0, as: UTF8.self) }
            )
        }
    }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let response = try await inner.send(request)
        if let name = HTTPField.Name("X-RestSvcSessionId"), let token = response.head.headerFields[name] {
            heard.withLock { $0.tokens.append(token) }
        }
        var bytes: [UInt8] = []
        do {
            for try await piece in response.body { bytes += piece }
        } catch {
            throw TransportFailure(.closed, "The answer broke off.", requestMayHaveBeenSent: true)
        }
        let sessions = TokenListener.sessions(in: String(decoding: bytes, as: UTF8.self))
        heard.withLock { $0.sessions.formUnion(sessions) }
        return TransportResponse(head: response.head, body: ResponseBody(bytes: bytes))
    }

    /// The last parts of the hrefs of logon sessions, but for those by which one logs on.
    private static func sessions(in text: String) -> Set<String> {
        var hrefs: [String] = []
        if text.first == "{" || text.first == "[" {
            let document = try? JSONSerialization.jsonObject(with: Data(text.utf8))
            collect(document as Any, into: &hrefs)
        } else {
            for tag in text.matches(of: #/<[^<>]*\sType="LogonSession"[^<>]*>/#) {
                guard !tag.output.contains("Rel=\"Create\"") else { continue }
                hrefs += tag.output.matches(of: #/\sHref="([^"]*)"/#).map { String($0.output.1) }
            }
        }
        return Set(hrefs.compactMap { $0.split(separator: "?").first?.split(separator: "/").last.map(String.init) })
    }

    private static func collect(_ value: Any, into hrefs: inout [String]) {
        if let list = value as? [Any] { for item in list { collect(item, into: &hrefs) } }
        guard let object = value as? [String: Any] else { return }
        if object["Type"] as? String == "LogonSession", object["Rel"] as? String != "Create" {
            hrefs += [object["Href"] as? String].compactMap { $0 }
        }
        for member in object.values { collect(member, into: &hrefs) }
    }
}
