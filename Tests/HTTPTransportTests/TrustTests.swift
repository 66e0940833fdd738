// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulatorServer
import HTTPTransport
import HTTPTypes
import HypermediaClient
import Testing

@Suite struct TrustTests {
    private static func pin(_ text: String?) throws -> TLSPolicy {
        let fingerprint = CertificateFingerprint(text ?? "")
        return .pin(try #require(fingerprint))
    }

    private static let issuers: [LoopbackIdentity.Issuer] = [.authority, .itself]

    @Test(arguments: ["127.0.0.1", "localhost"], issuers)
    func theGivenAuthorityIsTrusted(host: String, issuer: LoopbackIdentity.Issuer) async throws {
        let identity = try LoopbackIdentity(issuer: issuer)
        try await Exchange.run(
            StubHandler(),
            security: .identity(identity),
            tls: { _ in .certificateAuthority(pem: Array(identity.certificateAuthorityPEM.utf8)) }
        ) { transport, address in
            let answer0 = try await transport.text(address.request(host: host))
            #expect(answer0 == "hello")
        }
    }

    @Test(arguments: issuers)
    func theSystemsRootsRefuseAndShowTheCertificate(issuer: LoopbackIdentity.Issuer) async throws {
        let handler = StubHandler()
        let identity = try LoopbackIdentity(issuer: issuer)
        try await Exchange.run(handler, security: .identity(identity)) { transport, address in
            let failure = try #require(await transport.failure(address.request()))
            #expect(failure.code == .untrusted)
            #expect(!failure.requestMayHaveBeenSent)
            let certificate = try #require(failure.certificate)
            #expect(certificate.fingerprint == address.fingerprint)
            #expect(certificate.subject.contains("CN=localhost"))
            #expect(certificate.issuer.contains(issuer == .itself ? "CN=localhost" : "CN=Simulator CA"))
            #expect(certificate.notBefore < certificate.notAfter)
            #expect(certificate.notBefore.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
        }
        #expect(handler.requests.isEmpty)
    }

    @Test func anAuthorityDoesNotVouchForAnotherName() async throws {
        let identity = try LoopbackIdentity()
        let handler = StubHandler()
        try await Exchange.run(
            handler,
            security: .identity(identity),
            tls: { _ in .certificateAuthority(pem: Array(identity.certificateAuthorityPEM.utf8)) }
        ) { transport, address in
            // Another address of the loopback network, which the certificate does not name, leads to no listener.
            let failure = try #require(await transport.failure(address.request(host: "127.0.0.2")))
            #expect(failure.code == .refused)
            let other = try #require(await transport.failure(address.request(host: "localhost.")))
            #expect(other.code == .untrusted || other.code == .dns)
        }
        #expect(handler.requests.isEmpty)
    }

    @Test(arguments: issuers, issuers)
    func anotherAuthorityIsNotEnough(
        issuer: LoopbackIdentity.Issuer,
        strangersIssuer: LoopbackIdentity.Issuer
    ) async throws {
        let stranger = try LoopbackIdentity(issuer: strangersIssuer)
        let handler = StubHandler()
        try await Exchange.run(
            handler,
            security: .identity(LoopbackIdentity(issuer: issuer)),
            tls: { _ in .certificateAuthority(pem: Array(stranger.certificateAuthorityPEM.utf8)) }
        ) { transport, address in
            let failure = await transport.failure(address.request())
            #expect(failure?.code == .untrusted)
            #expect(failure?.requestMayHaveBeenSent == false)
            #expect(failure?.certificate?.fingerprint == address.fingerprint)
        }
        #expect(handler.requests.isEmpty)
    }

    @Test(arguments: issuers)
    func theRightPinIsTrustedByWhateverName(issuer: LoopbackIdentity.Issuer) async throws {
        let identity = try LoopbackIdentity(issuer: issuer)
        try await Exchange.run(
            StubHandler(),
            security: .identity(identity),
            tls: { try Self.pin($0.fingerprint) }
        ) { transport, address in
            let answer1 = try await transport.text(address.request())
            #expect(answer1 == "hello")
            let answer2 = try await transport.text(address.request(host: "localhost"))
            #expect(answer2 == "hello")
        }
    }

    @Test(arguments: issuers)
    func anotherPinIsRefusedBeforeAnythingIsSent(issuer: LoopbackIdentity.Issuer) async throws {
        let handler = StubHandler()
        let identity = try LoopbackIdentity(issuer: issuer)
        let stranger = try LoopbackIdentity(issuer: issuer)
        try await Exchange.run(
            handler,
            security: .identity(identity),
            tls: { _ in try Self.pin(stranger.fingerprint) }
        ) { transport, address in
            for _ in 0..<5 {
                let failure = try #require(await transport.failure(address.request()))
                #expect(failure.code == .pinMismatch)
                #expect(!failure.requestMayHaveBeenSent)
                #expect(failure.certificate?.fingerprint == identity.fingerprint)
            }
            let failures = await withTaskGroup(of: TransportFailure?.self) { group in
                for _ in 0..<20 { group.addTask { await transport.failure(address.request()) } }
                return await group.reduce(into: []) { $0.append($1?.code) }
            }
            #expect(failures == Array(repeating: .pinMismatch, count: 20))
        }
        #expect(handler.requests.isEmpty)
    }

    /// A pin must hold for every connection, not only for the first one.
    @Test func aServerThatComesBackWithAnotherCertificateIsRefused() async throws {
        let first = try LoopbackIdentity()
        let handler = StubHandler { _ in .text("hello", [.connection: "close"]) }
        try await HTTPTransport.withTransport(tls: try Self.pin(first.fingerprint)) { transport in
            let port = try await SimulatorServer(handler: handler, security: .identity(first)).withServer { address in
                let answer3 = try await transport.text(address.request())
                #expect(answer3 == "hello")
                return address.port
            }
            try await SimulatorServer(handler: handler, port: port, security: .generated).withServer { address in
                #expect(await transport.failure(address.request())?.code == .pinMismatch)
            }
        }
        #expect(handler.requests.count == 1)
    }

    @Test(arguments: issuers)
    func anAuthorityAllowsAPlainConnection(issuer: LoopbackIdentity.Issuer) async throws {
        let pem = Array(try LoopbackIdentity(issuer: issuer).certificateAuthorityPEM.utf8)
        try await Exchange.run(StubHandler(), tls: { _ in .certificateAuthority(pem: pem) }) { transport, address in
            let answer = try await transport.text(address.request())
            #expect(answer == "hello")
        }
    }

    @Test func aPinRefusesAPlainConnection() async throws {
        let handler = StubHandler()
        let identity = try LoopbackIdentity()
        try await Exchange.run(handler, tls: { _ in try Self.pin(identity.fingerprint) }) { transport, address in
            let failure = await transport.failure(address.request())
            #expect(failure?.code == .pinMismatch)
            #expect(failure?.requestMayHaveBeenSent == false)
        }
        #expect(handler.requests.isEmpty)
    }

    @Test func insecureTakesAnyCertificate() async throws {
        try await Exchange.run(StubHandler(), security: .generated, tls: { _ in .insecure }) { transport, address in
            let answer4 = try await transport.text(address.request())
            #expect(answer4 == "hello")
        }
    }

    @Test func tlsAgainstAPlainServerIsToldApart() async throws {
        try await Exchange.run(StubHandler()) { transport, address in
            var request = address.request()
            request.head.scheme = "https"
            let failure = await transport.failure(request)
            #expect(failure?.code == .tls)
            #expect(failure?.message.contains("no TLS is spoken there") == true)
            #expect(failure?.requestMayHaveBeenSent == false)
        }
    }

    @Test(arguments: ["", "no certificate in here", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
    func anAuthorityThatCannotBeReadIsRefusedAtOnce(pem: String) async throws {
        let failure = await #expect(throws: TransportFailure.self) {
            try await HTTPTransport.withTransport(tls: .certificateAuthority(pem: Array(pem.utf8))) { _ in }
        }
        #expect(failure?.code == .tls)
    }

    @Test func aMissingAuthorityFileIsNamed() async throws {
        let failure = await #expect(throws: TransportFailure.self) {
            try await HTTPTransport.withTransport(tls: .certificateAuthority(file: "/no/such.pem")) { _ in }
        }
        #expect(failure?.message.contains("/no/such.pem") == true)
    }

    @Test func fingerprintsAreReadInEverySpelling() throws {
        let plain = "sha256:" + String(repeating: "0aBf", count: 16)
        let colons = "SHA256:" + Array(repeating: "0a:bf", count: 16).joined(separator: ":").uppercased()
        let fingerprint = try #require(CertificateFingerprint(plain))
        #expect(CertificateFingerprint(colons) == fingerprint)
        #expect(fingerprint.description == plain.lowercased())
        #expect(CertificateFingerprint(fingerprint.description) == fingerprint)
    }

    @Test(arguments: ["", "sha256:", "sha256:0a", "sha1:" + String(repeating: "0a", count: 32)])
    func otherFingerprintsAreRefused(text: String) {
        #expect(CertificateFingerprint(text) == nil)
        #expect(CertificateFingerprint("sha256:" + String(repeating: "0g", count: 32)) == nil)
        #expect(CertificateFingerprint("sha256:" + String(repeating: "0a", count: 33)) == nil)
    }
}
#endif
