// SPDX-License-Identifier: Apache-2.0

#if Network
import HTTPTransport
import HTTPTypes
import HypermediaClient
import Testing

@Suite struct OddServerTests {
    private static func failure(_ pieces: [String], closes: Bool = true) async throws -> TransportFailure? {
        try await RawServer(pieces: pieces, closes: closes).run { port in
            try await HTTPTransport.withTransport(tls: .systemRoots) { transport in
                await transport.failure(.get(port: port))
            }
        }
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    ])
    func anAnswerThatBreaksOffIsClosed(text: String) async throws {
        let failure = try #require(try await Self.failure([text]))
        #expect(failure.code == .closed)
        #expect(failure.requestMayHaveBeenSent)
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 two hundred\r\n\r\n", "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{16}",
    ])
    func whatIsNotHTTPIsToldApart(text: String) async throws {
        let failure = try #require(try await Self.failure([text], closes: false))
        #expect(failure.code == .network)
        #expect(failure.message.contains("not HTTP"))
    }

    @Test func aBodyWithoutLengthEndsWithTheConnection() async throws {
        let answer = try await RawServer(pieces: ["HTTP/1.1 200 OK\r\n\r\n", "hel", "lo"]).run { port in
            try await HTTPTransport.withTransport(tls: .systemRoots) { try await $0.text(.get(port: port)) }
        }
        #expect(answer == "hello")
    }

    @Test func anInterimAnswerIsSkipped() async throws {
        let pieces = ["HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"]
        let answer = try await RawServer(pieces: pieces).run { port in
            try await HTTPTransport.withTransport(tls: .systemRoots) { try await $0.text(.get(port: port)) }
        }
        #expect(answer == "ok")
    }

    @Test func compressedBytesAreHandedOverAsTheyAre() async throws {
        let pieces = ["HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"]
        let answer = try await RawServer(pieces: pieces).run { port in
            try await HTTPTransport.withTransport(tls: .systemRoots) { try await $0.text(.get(port: port)) }
        }
        #expect(answer == "abcd")
    }

    @Test func aHandshakeThatHangsSentNothing() async throws {
        try await RawServer(pieces: [], closes: false).run { port in
            let options = HTTPTransport.Options(connectTimeout: .milliseconds(200))
            try await HTTPTransport.withTransport(tls: .insecure, options: options) { transport in
                let failure = try #require(await transport.failure(.get(port: port, scheme: "https")))
                #expect(failure.code == .timeout)
                #expect(!failure.requestMayHaveBeenSent)
            }
            // The same where the time of the exchange is the shorter one.
            let patient = HTTPTransport.Options(connectTimeout: .seconds(2))
            try await HTTPTransport.withTransport(tls: .insecure, options: patient) { transport in
                let request = TransportRequest.get(port: port, scheme: "https", timeout: .milliseconds(200))
                let failure = try #require(await transport.failure(request))
                #expect(failure.code == .timeout)
                #expect(!failure.requestMayHaveBeenSent)
            }
        }
    }

    @Test func aHandshakeThatBreaksOffSentNothing() async throws {
        try await RawServer(pieces: [""]).run { port in
            try await HTTPTransport.withTransport(tls: .insecure) { transport in
                let failure = try #require(await transport.failure(.get(port: port, scheme: "https")))
                #expect(failure.code == .tls || failure.code == .closed)
                #expect(!failure.requestMayHaveBeenSent)
            }
        }
    }
}
#endif
