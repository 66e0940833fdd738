// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

@Suite struct ErrorAnswerTests {
    static func body(_ format: DocumentFormat, _ message: String) -> String {
        let escaped = message.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return format == .xml
            ? "<Error Message=\"\(escaped)\" StatusCode=\"400\" xmlns=\"\(Stub.namespace)\"><StackTrace/></Error>"
            : "{\"FirstChanceExceptionMessage\":null,\"Message\":\"\(message)\",\"StatusCode\":400}"
    }

    static func stub(_ status: Int, _ body: String, _ type: String?, _ fields: HTTPFields = [:]) -> Stub {
        Stub { $0.line == "GET /api/thing" ? .answer(status, body, type: type, fields) : nil }
    }

    @Test(arguments: formats, formats)
    func theServersWordsAreQuoted(_ asked: DocumentFormat, _ answered: DocumentFormat) async throws {
        // Enterprise Manager was seen to answer errors in XML although JSON was asked for.
        let body = ErrorAnswerTests.body(answered, "Node [root] does not exist.")
        let stub = ErrorAnswerTests.stub(400, body, "application/\(answered.rawValue)")
        let error = await clientError(.httpError) { try await stub.readThing(ClientOptions(accept: asked)) }
        #expect(error?.message == "The server answered with status 400: Node [root] does not exist.")
        #expect(error?.status == 400)
        #expect(stub.hops.lines.filter { $0.contains("400") } == ["GET Down 400 http-error"])
    }

    @Test(arguments: formats) func secretsInItAreMasked(_ format: DocumentFormat) async throws {
        let token = Stub.token.replacing("=", with: "%3D")
        let words =
            "\(Stub.password) \(Stub.token) \(token) \(Stub.sessionID.uppercased()) bWU6cGEkJCB3b3JkLzQ3MTE= end"
        let stub = ErrorAnswerTests.stub(403, ErrorAnswerTests.body(format, words), "application/\(format.rawValue)")
        let error = await clientError(.forbidden) { try await stub.readThing() }
        #expect(error?.message == "The account may not do this: ••• ••• ••• ••• ••• end.")
    }

    @Test(arguments: formats) func itIsOneLineAndNotEndless(_ format: DocumentFormat) async throws {
        let escape = format == .xml ? "&#9;" : "\\u001b[31m"
        let body =
            format == .xml
            ? "<Error Message=\"a\(escape)b\(String(repeating: "x", count: 5000))\" xmlns=\"\(Stub.namespace)\"/>"
            : "{\"Message\":\"a\(escape)b\(String(repeating: "x", count: 5000))\"}"
        let stub = ErrorAnswerTests.stub(400, body, "application/\(format.rawValue)")
        let message = try #require(await clientError(.httpError) { try await stub.readThing() }?.message)
        #expect(message.count < 600)
        #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        #expect(message.contains("status 400: a "))
    }

    @Test(arguments: [
        (404, "", nil), (500, "<html><body>Oops</body></html>", "text/html"), (500, "{", "application/json"),
        (500, "<Error", "application/xml"), (418, "<Error xmlns=\"x\"/>", "application/xml"),
        (500, String(repeating: "x", count: 1 << 20), "application/xml"),
        (500, "<Error Message=\"a\"><a>\(String(repeating: "x", count: 1 << 20))</a></Error>", "application/xml"),
    ]) func withoutWordsTheStatusTells(_ status: Int, _ body: String, _ type: String?) async throws {
        let stub = ErrorAnswerTests.stub(status, body, type)
        let error = await clientError(.httpError) { try await stub.readThing() }
        #expect(error?.status == status)
        #expect(error?.message.contains(String(status)) == true)
        #expect((error?.message.count ?? 0) < 120)
    }

    @Test func anEndlessErrorBodyIsNotReadToItsEnd() async throws {
        let stub = Stub { request in
            guard request.line == "GET /api/thing" else { return nil }
            return .success(
                TransportResponse(
                    head: HTTPResponse(status: .internalServerError, headerFields: [.contentType: "application/xml"]),
                    body: ResponseBody { { Array(repeating: UInt8(ascii: "x"), count: 1000) } }
                )
            )
        }
        let error = await clientError(.httpError) { try await stub.readThing() }
        #expect(error?.status == 500)
        #expect((stub.hops.all.first { $0.status == 500 }?.bytes ?? .max) < 70_000)
    }

    @Test(arguments: [(403, ErrorCode.forbidden), (404, .httpError), (429, .httpError), (503, .httpError)])
    func howLongToWaitIsTold(_ status: Int, _ code: ErrorCode) async throws {
        for (field, seconds) in [
            ("7", 7), ("0", 0), ("-1", nil), ("soon", nil), ("Fri, 31 Dec 1999 23:59:59 GMT", nil),
        ] {
            let stub = ErrorAnswerTests.stub(status, "", nil, [.retryAfter: field])
            let error = await clientError(code) { try await stub.readThing() }
            #expect(error?.retryAfter == seconds)
            if let seconds { #expect(error?.hint?.contains("Try again in \(seconds) s.") == true) }
            #expect(stub.script.lines.filter { $0 == "GET /api/thing" }.count == 1)
        }
    }
}
