// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hypermedia
import HypermediaClient
import NodeStore
import Synchronization
import Testing

@Suite struct HostileAnswerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let body: [UInt8]
        var type: String? = "application/xml"
        var code = ErrorCode.unusableAnswer
        var says = ""
        var testDescription: String { name }

        init(
            _ name: String,
            _ body: String,
            type: String? = "application/xml",
            code: ErrorCode = .unusableAnswer,
            says: String = ""
        ) {
            self.init(name, Array(body.utf8), type: type, code: code, says: says)
        }

        init(
            _ name: String,
            _ body: [UInt8],
            type: String? = "application/xml",
            code: ErrorCode = .unusableAnswer,
            says: String = ""
        ) {
            self.name = name
            self.body = body
            self.type = type
            self.code = code
            self.says = says
        }
    }

    static let json = "application/json"
    static let open = "<Thing xmlns=\"\(Stub.namespace)\""

    static let cases = [
        Case("HTML", "<!DOCTYPE html><html><body>Sign in</body></html>", type: "text/html", says: "text/html"),
        Case("HTML that says XML", "<!DOCTYPE html><html><body>Sign in</body></html>"),
        Case("HTML without type", "<html><body>Sign in</body></html>", type: nil, says: "namespace"),
        Case("plain text", "OK", type: "text/plain", says: "text/plain"),
        Case("empty", "", says: "empty"),
        Case("empty, no type", "", type: nil, says: "empty"),
        Case("blanks", "  \n  "),
        Case("no namespace", "<Thing/>", says: "namespace"),
        Case("another namespace", "<Thing xmlns=\"urn:other\"/>", says: "urn:other"),
        Case("JSON array", "[]", type: json, says: "no object"),
        Case("JSON string", "\"x\"", type: json, says: "no object"),
        Case("JSON null", "null", type: json, says: "no object"),
        Case("XML that says JSON", "<a/>", type: json),
        Case("JSON that says XML", "{}"),
        Case("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4]),
        Case("gzip, no type", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], type: nil),
        Case("zeros", Array(repeating: 0, count: 100)),
        Case("not UTF-8", Array("{\"a\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8), type: json),
        Case("two documents", "\(open)/>\(open)/>"),
        Case("duplicate keys", "{\"Name\":\"A\",\"Name\":\"B\"}", type: json),
        Case(
            "entity bomb",
            "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                + "\(open)>&c;</Thing>"
        ),
        Case("XXE", "<!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\(open)>&x;</Thing>"),
        Case("external DTD", "<!DOCTYPE b SYSTEM \"http://evil.test/x.dtd\">\(open)/>"),
        Case(
            "10 MB attribute",
            "\(open) Name=\"\(String(repeating: "a", count: 10_000_000))\"/>",
            code: .limitExceeded,
            says: "value-bytes"
        ),
        Case(
            "10 MB string",
            "{\"Name\":\"\(String(repeating: "a", count: 10_000_000))\"}",
            type: json,
            code: .limitExceeded,
            says: "value-bytes"
        ),
        Case(
            "depth",
            open + ">" + String(repeating: "<a>", count: 5000),
            code: .limitExceeded,
            says: "depth"
        ),
        Case(
            "depth in JSON",
            "{\"a\":" + String(repeating: "[", count: 5000),
            type: json,
            code: .limitExceeded,
            says: "depth"
        ),
    ]

    @Test(arguments: cases) func itEndsInAnErrorAndALogoff(_ hostile: Case) async throws {
        let stub = Stub { request in
            request.line == "GET /api/thing" ? .answer(200, hostile.body, type: hostile.type) : nil
        }
        let error = await clientError(hostile.code) { try await stub.readThing() }
        #expect(error?.message.contains(hostile.says) == true || hostile.says.isEmpty, "\(error?.message ?? "")")
        #expect(error?.status == 200)
        #expect(error?.request?.target == "/api/thing")
        #expect(error?.effectUnknown == false)
        #expect(stub.script.lines.last == "DELETE /api/session")
        #expect(stub.hops.lines.contains("GET Down 200 \(hostile.code)"))
    }

    @Test(arguments: cases.filter { !$0.body.isEmpty }) func afterAWriteTheEffectIsUnknown(_ hostile: Case) async throws
    {
        let stub = Stub { request in
            request.line == "POST /api/start" ? .answer(200, hostile.body, type: hostile.type) : nil
        }
        let error = await clientError(hostile.code) { try await stub.start() }
        #expect(error?.effectUnknown == true)
        #expect(error?.hint?.contains("look before you send it again") == true)
        #expect(stub.script.lines.filter { $0 == "POST /api/start" }.count == 1)
    }

    @Test func aCodingThatNobodyAskedForIsNamed() async throws {
        let stub = Stub { request in
            request.line == "GET /api/thing"
                ? .answer(200, [0x1F, 0x8B, 8, 0], [.contentEncoding: "gzip"]) : nil
        }
        let error = await clientError(.unusableAnswer) { try await stub.readThing() }
        #expect(error?.message.contains("gzip") == true)
    }

    @Test(arguments: ["application/xml", "application/json"]) func anEndlessAnswerIsCutOff(_ type: String) async throws
    {
        let sent = Mutex(0)
        let piece =
            type == HostileAnswerTests.json
            ? Array(repeating: UInt8(ascii: " "), count: 1 << 20)
            : Array(String(repeating: "<a/>", count: 1 << 18).utf8)
        let start = Array((type == HostileAnswerTests.json ? "{" : HostileAnswerTests.open + ">").utf8)
        let stub = Stub { request in
            guard request.line == "GET /api/thing" else { return nil }
            return .stream(type) {
                var isFirst = true
                return {
                    defer { isFirst = false }
                    sent.withLock { $0 += 1 }
                    return isFirst ? start : piece
                }
            }
        }
        let options = ClientOptions(limits: ClientLimits(responseBytes: 8 << 20))
        let error = await clientError(.limitExceeded) { try await stub.readThing(options) }
        #expect(error?.message.contains("response-bytes (\(8 << 20))") == true)
        #expect(sent.withLock { $0 } <= 10)
    }

    @Test func anAnnouncedGiantIsNotReadAtAll() async throws {
        let stub = Stub { request in
            guard request.line == "GET /api/thing" else { return nil }
            return .success(
                TransportResponse(
                    head: HTTPResponse(
                        status: .ok,
                        headerFields: [.contentType: "application/xml", .contentLength: "99999999999"]
                    ),
                    body: ResponseBody {
                        Issue.record("The body was read.")
                        return { nil }
                    }
                )
            )
        }
        let error = await clientError(.limitExceeded) { try await stub.readThing() }
        #expect(error?.message.contains("response-bytes") == true)
    }

    @Test(arguments: formats) func aDocumentCutAnywhereIsNoResource(_ format: DocumentFormat) async throws {
        let whole = Array(
            (format == .xml
                ? "<?xml version=\"1.0\"?><Thing xmlns=\"\(Stub.namespace)\" Name=\"Ä\"><Links><Link Rel=\"Down\" Href=\"/x\"/></Links>"
                    + "<A>1 &amp; 2</A></Thing>"
                : "{\"Name\":\"Ä\\u00e4\",\"Links\":[{\"Rel\":\"Down\",\"Href\":\"/x\"}],\"A\":[1.5e3,true,null]}").utf8
        )
        let length = Mutex(0)
        let stub = Stub { request in
            guard request.line == "GET /api/thing" else { return nil }
            return .answer(
                200,
                Array(whole.prefix(length.withLock { $0 })),
                type: "application/\(format.rawValue)"
            )
        }
        let client = try stub.client(ClientOptions(accept: format))
        try await HypermediaClient.withSession(client) { hub in
            let link = try LinkSelector(rel: "Down").selectOne(in: hub)
            for count in 0..<whole.count {
                length.withLock { $0 = count }
                _ = await clientError(.unusableAnswer) { try await client.follow(link) }
            }
            length.withLock { $0 = whole.count }
            #expect(try await client.follow(link).resource?.label?.first == "Ä")
        }
    }
}
