// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import HTTPTypes
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import X509

/// What Hummingbird itself can serve: `/N` is answered with N bytes that lie ready, and the headers of the simulator.
struct BareServer {
    let isSecure: Bool

    /// Serves until the process ends.
    func run() async throws {
        let bodies = try BareServer.bodies()
        let http = HTTP1Channel(responder: { request, writer, _ in
            guard let body = bodies[request.head.path ?? ""] else {
                let head = HTTPResponse(status: .notFound, headerFields: [.contentLength: "0"])
                return try await writer.writeResponse(head)
            }
            let head = HTTPResponse(
                status: .ok,
                headerFields: [
                    .contentType: "application/xml; charset=utf-8", .contentLength: String(body.readableBytes),
                ]
            )
            try await writer.write(response: head, body: .init(byteBuffer: body))
        })
        guard isSecure else { return try await serve(http) }
        try await serve(TLSChannel(http, tlsConfiguration: BareServer.identity()))
    }

    private func serve(_ channel: some ServerChildChannel) async throws {
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                ready("\(isSecure ? "https" : "http")://127.0.0.1:\(channel.localAddress?.port ?? 0)")
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "bare", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        try await server.run()
    }

    /// By their paths: the sizes come on standard input, one a line.
    private static func bodies() throws -> [String: ByteBuffer] {
        var bodies: [String: ByteBuffer] = [:]
        while let line = readLine(), let size = Int(line) {
            bodies["/\(size)"] = ByteBuffer(repeating: UInt8(ascii: "x"), count: size)
        }
        return bodies
    }

    private static func identity() throws -> TLSConfiguration {
        let key = P256.Signing.PrivateKey()
        let name = try DistinguishedName { CommonName("localhost") }
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: .init(key.publicKey),
            notValidBefore: .now.addingTimeInterval(-3600),
            notValidAfter: .now.addingTimeInterval(86_400),
            issuer: name,
            subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {},
            issuerPrivateKey: .init(key)
        )
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [
                .certificate(try NIOSSLCertificate(bytes: certificate.serializeAsPEM().derBytes, format: .der))
            ],
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem))
        )
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
