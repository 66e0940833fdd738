// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulatorServer
import HTTPTransport
import HTTPTypes
import HypermediaClient
import Testing

@Suite struct ExchangeTests {
    @Test(arguments: [
        "/", "/api/", "/api/jobs/urn:veeam:Job:1?format=Entity&x=a%20b", "/api/a%2Fb/../c//d;p=1?q=%7B1%7D+2&&=",
        "/api/query?type=Job&filter=Name==%22N%C3%A4chtlich%22", "/api/x?",
    ])
    func pathAndQueryArriveAsTheyAre(path: String) async throws {
        let handler = StubHandler()
        try await Exchange.run(handler) { transport, address in
            _ = try await transport.text(address.request(path))
        }
        #expect(handler.requests.map(\.head.path) == [path])
    }

    /// A server may hand out what no URL may hold; it gets it back escaped, and what was escaped as it was.
    @Test(arguments: [
        (#"/a?filter=Name=="x"&y=%20"#, "/a?filter=Name==%22x%22&y=%20"), ("/{a}|[b]/%2F", "/%7Ba%7D%7C%5Bb%5D/%2F"),
        ("/\u{e4} b", "/%C3%A4%20b"), ("/50%/%4/%zz%41", "/50%25/%254/%25zz%41"), ("/a#b", "/a%23b"),
    ])
    func whatNoURLMayHoldIsEscaped(path: String, escaped: String) async throws {
        let handler = StubHandler()
        try await Exchange.run(handler) { transport, address in
            _ = try await transport.text(address.request(path))
        }
        #expect(handler.requests.map(\.head.path) == [escaped])
    }

    @Test(arguments: [SimulatorServer.Security.plain, .generated])
    func aRequestArrivesWhole(security: SimulatorServer.Security) async throws {
        let handler = StubHandler()
        let session = try #require(HTTPField.Name("X-RestSvcSessionId"))
        let body = Array("<Edit/>".utf8)
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            let request = address.request(
                "/api/jobs/1",
                method: .put,
                host: "localhost",
                fields: [.accept: "application/xml", session: "c2VjcmV0"],
                body: body
            )
            _ = try await transport.text(request)
            let seen = try #require(handler.requests.first)
            #expect(seen.head.method == .put)
            #expect(seen.head.scheme == address.scheme)
            #expect(seen.head.authority == "localhost:\(address.port)")
            #expect(seen.body == body)
            #expect(seen.head.headerFields[session] == "c2VjcmV0")
            // Nothing but what was given and what HTTP demands.
            let names = Set(seen.head.headerFields.map(\.name.canonicalName))
            #expect(names == ["accept", "content-length", "x-restsvcsessionid"])
        }
    }

    @Test func aGetHasNoBodyAndAsksForNothing() async throws {
        let handler = StubHandler()
        try await Exchange.run(handler) { transport, address in
            _ = try await transport.text(address.request())
        }
        #expect(handler.requests.first?.body == nil)
        #expect(handler.requests.first?.head.headerFields.isEmpty == true)
    }

    @Test func aPostWithoutBodySaysSo() async throws {
        let handler = StubHandler()
        try await Exchange.run(handler) { transport, address in
            _ = try await transport.text(address.request(method: .post))
        }
        #expect(handler.requests.first?.head.headerFields[.contentLength] == "0")
    }

    @Test func anAnswerArrivesWithItsHeaders() async throws {
        let handler = StubHandler { _ in
            .text("<Error/>", status: .init(code: 418, reasonPhrase: "I'm a teapot"), [.date: "then", .eTag: "1"])
        }
        try await Exchange.run(handler) { transport, address in
            let response = try await transport.send(address.request())
            #expect(response.head.status.code == 418)
            #expect(response.head.status.reasonPhrase == "I'm a teapot")
            #expect(response.head.headerFields == [.date: "then", .eTag: "1", .contentLength: "8"])
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func aRedirectIsReturnedAndNotFollowed(code: Int) async throws {
        let handler = StubHandler { _ in .text("", status: .init(code: code), [.location: "/elsewhere"]) }
        try await Exchange.run(handler) { transport, address in
            let response = try await transport.send(address.request())
            #expect(response.head.status.code == code)
            #expect(response.head.headerFields[.location] == "/elsewhere")
        }
        #expect(handler.requests.map(\.head.path) == ["/"])
    }

    @Test func aCookieIsNotReplayed() async throws {
        let handler = StubHandler { _ in .text("", [.setCookie: "X-RestSvcSessionId=abc; Path=/"]) }
        try await Exchange.run(handler) { transport, address in
            for _ in 0..<2 { _ = try await transport.text(address.request()) }
        }
        #expect(handler.requests.count == 2)
        #expect(handler.requests.allSatisfy { $0.head.headerFields[.cookie] == nil })
    }

    @Test(arguments: [HTTPRequest.Method.head, .get], [200, 204, 304])
    func answersWithoutABodyEnd(method: HTTPRequest.Method, code: Int) async throws {
        guard method == .head || code != 200 else { return }
        let handler = StubHandler { _ in
            TransportResponse(
                head: HTTPResponse(
                    status: .init(code: code),
                    headerFields: code == 204 ? [:] : [.contentLength: "12"]
                ),
                body: ResponseBody(bytes: [])
            )
        }
        try await Exchange.run(handler) { transport, address in
            for _ in 0..<2 {
                let answer = try await transport.text(address.request(method: method))
                #expect(answer == "")
            }
        }
    }

    @Test(arguments: [SimulatorServer.Security.plain, .generated])
    func chunksArriveInOrderBeforeTheBodyIsComplete(security: SimulatorServer.Security) async throws {
        let (steps, step) = AsyncStream.makeStream(of: Void.self)
        let gate = StepGate(steps)
        let handler = StubHandler { _ in
            .chunks(length: nil) { index in
                guard index < 5 else { return nil }
                if index > 0 { await gate.wait() }
                return Array("<\(index)>".utf8)
            }
        }
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            var seen: [String] = []
            // Each chunk is made only when the one before it has been seen here.
            for try await chunk in try await transport.send(address.request()).body {
                seen.append(String(decoding: chunk, as: UTF8.self))
                step.yield()
            }
            #expect(seen == ["<0>", "<1>", "<2>", "<3>", "<4>"])
        }
    }

    @Test(arguments: [SimulatorServer.Security.plain, .generated], [true, false])
    func twentyMegabytesArriveIntact(security: SimulatorServer.Security, hasLength: Bool) async throws {
        let count = 320
        let size = 65_536
        let handler = StubHandler { _ in
            .chunks(length: hasLength ? count * size : nil) { index in
                index < count ? [UInt8](repeating: UInt8(truncatingIfNeeded: index &* 7), count: size) : nil
            }
        }
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            var position = 0
            var wrong = 0
            for try await chunk in try await transport.send(address.request()).body {
                for byte in chunk {
                    if byte != UInt8(truncatingIfNeeded: (position / size) &* 7) { wrong += 1 }
                    position += 1
                }
            }
            #expect(position == count * size)
            #expect(wrong == 0)
        }
    }

    @Test func aLargeRequestArrivesAndALargerOneIsRefused() async throws {
        let handler = StubHandler()
        try await Exchange.run(handler) { transport, address in
            let limit = 4 * 1024 * 1024
            let large = [UInt8](repeating: 120, count: limit)
            let answer1 = try await transport.text(address.request(method: .post, body: large))
            #expect(answer1 == "hello")
            #expect(handler.requests.first?.body == large)
            // The server may answer 413 or cut the upload off, but the handler never sees it.
            _ = try? await transport.bytes(address.request(method: .post, body: large + [120]))
            #expect(handler.requests.count == 1)
        }
    }

    @Test func clientsAreServedAtTheSameTime() async throws {
        let (steps, step) = AsyncStream.makeStream(of: Void.self)
        let gate = StepGate(steps)
        let handler = StubHandler { request in
            // The first waits for the second.
            if request.head.path == "/1" { await gate.wait() } else { step.yield() }
            return .text(request.head.path ?? "")
        }
        try await Exchange.run(handler, security: .generated, tls: { _ in .insecure }) { transport, address in
            try await HTTPTransport.withTransport(tls: .insecure) { other in
                async let first = transport.text(address.request("/1"))
                while handler.requests.isEmpty { await Task.yield() }
                let answer2 = try await other.text(address.request("/2"))
                #expect(answer2 == "/2")
                let answer3 = try await first
                #expect(answer3 == "/1")
            }
        }
    }
}

/// Lets one waiter pass for each step.
actor StepGate {
    private let steps: AsyncStream<Void>

    init(_ steps: AsyncStream<Void>) { self.steps = steps }

    func wait() async {
        var iterator = steps.makeAsyncIterator()
        _ = await iterator.next(isolation: self)
    }
}
#endif
