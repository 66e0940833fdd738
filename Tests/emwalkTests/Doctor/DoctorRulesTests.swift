// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Foundation
import HypermediaClient
import Hypermedia
import Testing

@testable import emwalk

@Suite struct DoctorRulesTests {
    /// Ten in the morning of 2026-01-16, UTC.
    private static let now = Date(timeIntervalSince1970: 1_768_557_600)
    private let rules = DoctorRules(profile: .enterpriseManager, now: Self.now)

    @Test(arguments: [
        ("2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z", DoctorCheck.Verdict.good),
        ("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z", .problem),
        ("2026-02-01T00:00:00Z", "2030-01-01T00:00:00Z", .problem),
        ("2020-01-01T00:00:00Z", "2026-02-01T00:00:00Z", .warning),
        // One that lives for a week is new for most of it.
        ("2026-01-14T00:00:00Z", "2026-01-21T00:00:00Z", .good),
        ("2026-01-10T00:00:00Z", "2026-01-17T00:00:00Z", .warning),
    ])
    func certificates(_ begin: String, _ end: String, _ verdict: DoctorCheck.Verdict) {
        let certificate = TransportFailure.Certificate(
            fingerprint: "sha256:00",
            subject: "CN=em",
            issuer: "CN=em",
            notBefore: begin,
            notAfter: end
        )
        #expect(rules.certificate(certificate).verdict == verdict)
    }

    @Test func noCertificateIsAProblem() { #expect(rules.certificate(nil).verdict == .problem) }

    @Test(
        arguments: [
            ("Fri, 16 Jan 2026 10:00:30 GMT", DoctorCheck.Verdict.good), ("Fri, 16 Jan 2026 10:02:00 GMT", .warning),
            ("Fri, 16 Jan 2026 08:00:00 GMT", .warning), (nil, .skipped), ("yesterday", .skipped),
        ] as [(String?, DoctorCheck.Verdict)]
    )
    func clocks(_ date: String?, _ verdict: DoctorCheck.Verdict) {
        #expect(rules.clock(date, received: Self.now).verdict == verdict)
    }

    @Test func aSimulatorHasATimeOfItsOwn() {
        let check = rules.clock("Fri, 16 Jan 2026 08:00:00 GMT", received: Self.now, isHere: true)
        #expect(check.verdict == .good)
        #expect(check.finding.contains("2026-01-16 08:00:00 UTC"))
    }

    @Test func aClockThatIsOffIsToldByHowMuch() {
        #expect(rules.clock("Fri, 16 Jan 2026 08:00:00 GMT", received: Self.now).finding.contains("2 h behind"))
    }

    @Test(
        arguments: [
            (["v1_6", "v1_7"], nil, DoctorCheck.Verdict.good), (["v1_6"], "v1_7", .problem),
            (["v1_7", "v1_8"], nil, .warning),
            ([], nil, .warning), (["V1_7"], "v1_7", .good),
        ] as [([String], String?, DoctorCheck.Verdict)]
    )
    func versions(_ offered: [String], _ wanted: String?, _ verdict: DoctorCheck.Verdict) {
        #expect(rules.versions(offered, wanted: wanted).verdict == verdict)
    }

    @Test(arguments: [9419, 9399, 9443]) func portsOfOthersAreKnown(_ port: Int) throws {
        let entry = try EntryPoint("https://em.example.test:\(port)/api/")
        #expect(rules.unreachable(entry).contains("Try port 9398 by https."))
    }

    @Test func theArchiveIsOneThatTarReads() throws {
        var archive = TarArchive(time: 1_768_557_600)
        archive.add("a/b.txt", Array("hello".utf8))
        archive.add("c", [UInt8](repeating: 65, count: 512))
        let bytes = archive.bytes
        #expect(bytes.count == 512 + 512 + 512 + 512 + 1024)
        #expect(bytes[257..<262].elementsEqual("ustar".utf8))
        // The checksum: the sum of the header with blanks in its place.
        let header = bytes[..<512]
        let told = Int(String(decoding: header[148..<154], as: UTF8.self), radix: 8)
        let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
        #expect(told == sum)
    }
}
#endif
