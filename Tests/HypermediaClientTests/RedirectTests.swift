// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

@Suite struct RedirectTests {
    static func moved(_ location: String, _ status: Int = 302) -> Script.Outcome {
        .answer(status, "gone", type: "text/plain", [.location: location])
    }

    @Test(
        arguments: [301, 302, 303, 307, 308],
        ["/api/deep/there", "deep/there", "https://stub.test:9398/api/deep/there"]
    )
    func withinTheOriginItIsFollowed(_ status: Int, _ location: String) async throws {
        let stub = Stub { request in
            switch request.line {
            case "GET /api/thing": RedirectTests.moved(location, status)
            case "GET /api/deep/there":
                .answer(
                    200,
                    "<Thing xmlns=\"\(Stub.namespace)\"><Links><Link Rel=\"Down\" Href=\"next\"/></Links></Thing>"
                )
            case "GET /api/deep/next": .answer(200, Stub.thing)
            default: nil
            }
        }
        let client = try stub.client()
        let label = try await HypermediaClient.withSession(client) { _ in
            // The second href is relative: to where the first was answered, not to where it was asked.
            try await client.walk(try RelPath("Down:Thing/Down")).label
        }
        #expect(label == "One")
        let tokens = stub.script.requests.filter { $0.head.method == .get }.dropFirst().map {
            $0.head.headerFields.contains { $0.value == Stub.token }
        }
        #expect(tokens == [true, true, true])
        #expect(stub.hops.lines.contains("GET Down \(status)"))
    }

    @Test(arguments: [
        ("https://evil.test/api/there", ErrorCode.foreignOrigin), ("//evil.test/there", .foreignOrigin),
        ("http://stub.test:9398/api/there", .downgrade), ("https://stub.test:9398@evil.test/", .badHref),
        ("file:///etc/passwd", .badHref),
    ]) func elsewhereItIsRefusedBeforeSending(_ location: String, _ code: ErrorCode) async throws {
        let stub = Stub { $0.line == "GET /api/thing" ? RedirectTests.moved(location) : nil }
        let error = await clientError(code) { try await stub.readThing() }
        #expect(error?.message.contains("redirects to") == true)
        #expect(stub.script.lines == ["GET /api/", "POST /api/logon", "GET /api/thing", "DELETE /api/session"])
    }

    @Test(arguments: [(301, true), (302, true), (303, true), (307, false), (308, false)])
    func aWriteIsNotRedirected(_ status: Int, _ isUnknown: Bool) async throws {
        let stub = Stub { $0.line == "POST /api/start" ? RedirectTests.moved("/api/there", status) : nil }
        let error = await clientError(.redirectOnWrite) { try await stub.start() }
        #expect(error?.effectUnknown == isUnknown)
        #expect(error?.status == status)
        #expect(stub.script.lines.contains("POST /api/there") == false)
    }

    @Test func aLogonIsNotRedirected() async throws {
        let stub = Stub { $0.line == "POST /api/logon" ? RedirectTests.moved("/api/there", 307) : nil }
        let error = await clientError(.redirectOnWrite) { try await stub.readThing() }
        #expect(error?.effectUnknown == false)
        #expect(stub.script.lines == ["GET /api/", "POST /api/logon"])
    }

    @Test(arguments: [0, 1, 5]) func aLoopEndsByItsLimit(_ limit: Int) async throws {
        let stub = Stub { $0.line == "GET /api/thing" ? RedirectTests.moved("/api/thing") : nil }
        let options = ClientOptions(limits: ClientLimits(redirects: limit))
        let error = await clientError(.limitExceeded) { try await stub.readThing(options) }
        #expect(error?.message.contains("redirects (\(limit))") == true)
        #expect(stub.script.lines.filter { $0 == "GET /api/thing" }.count == limit + 1)
    }

    @Test func withoutLocationItIsAnError() async throws {
        let stub = Stub { $0.line == "GET /api/thing" ? .answer(302, type: nil) : nil }
        let error = await clientError(.httpError) { try await stub.readThing() }
        #expect(error?.status == 302)
    }

    @Test func theEntryMayBeRedirectedWithinItsOrigin() async throws {
        let stub = Stub { request in
            switch request.line {
            case "GET /": RedirectTests.moved("/api/")
            case "GET /api/thing": .answer(200, Stub.thing)
            default: nil
            }
        }
        let client = try stub.client(entry: Stub.origin)
        let label = try await HypermediaClient.withSession(client) { _ in
            try await client.walk(try RelPath("Down:Thing")).label
        }
        #expect(label == "One")
    }
}
