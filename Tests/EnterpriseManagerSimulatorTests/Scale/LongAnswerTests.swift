// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HypermediaClient
import Testing

@testable import EnterpriseManagerSimulator

/// Answers that are written while they are sent.
@Suite struct LongAnswerTests {
    static let configuration = SimulatorConfiguration {
        $0.generatedJobs = 60
        $0.keepsLog = false
    }
    static let paths = [
        "jobs", "jobs?format=Entity", "backupSessions?format=Entity", "restorePoints?format=Entity",
        "vmRestorePoints?format=Entity", "backupTaskSessions", "repositories?format=Entity",
        "query?type=Job&format=Entities&pageSize=500", "query?type=BackupJobSession&pageSize=500&sortDesc=Name",
    ]

    static func request(_ path: String, _ client: Client) -> SimulatorRequest {
        SimulatorRequest(
            .get,
            "/api/" + path,
            headers: [.accept: client.accept, Simulator.tokenHeader: client.token ?? ""]
        )
    }

    @Test(arguments: paths, [false, true]) func piecesAreTheWhole(path: String, json: Bool) throws {
        var client = try Client.loggedOn(LongAnswerTests.configuration, json: json)
        let request = LongAnswerTests.request(path, client)
        let whole = client.simulator.respond(to: request, at: .zero)
        let long = client.simulator.respond(to: request, at: .zero, wholeBelow: 1000)
        #expect(whole.status == 200)
        #expect(long.headers == whole.headers)
        #expect(long.body.isEmpty)
        let makePieces = try #require(long.pieces)
        let pieces = Array(makePieces())
        for piece in pieces.dropLast() { #expect(piece.count >= SimulatorResponse.pieceSize) }
        let joined = Array(pieces.joined())
        #expect(joined == whole.body)
        // A short one is made at once, and its pieces would be the same at any size.
        let short = client.simulator.respond(to: request, at: .zero, wholeBelow: whole.body.count + 1)
        #expect(short.pieces == nil)
        #expect(short.body == whole.body)
    }

    @Test func aLongAnswerTellsOfTheWorldAsItWas() throws {
        var client = try Client.loggedOn(LongAnswerTests.configuration)
        let request = LongAnswerTests.request("jobs", client)
        let long = client.simulator.respond(to: request, at: .zero, wholeBelow: 1000)
        let makePieces = try #require(long.pieces)
        let before = Array(makePieces().joined())
        _ = try client.finish(try client.delete(try client.job("Backup Job 7")["Href"] ?? ""))
        #expect(client.simulator.respond(to: request, at: client.now).body != before)
        let after = Array(makePieces().joined())
        #expect(after == before)
    }

    @Test func whatIsInTheLogIsKnownAtOnce() throws {
        var configuration = LongAnswerTests.configuration
        configuration.keepsLog = true
        var client = try Client.loggedOn(configuration)
        let answer = client.simulator.respond(to: LongAnswerTests.request("jobs", client), at: .zero, wholeBelow: 1000)
        #expect(answer.pieces == nil)
        #expect(answer.body.count > 10_000)
        #expect(client.simulator.log.handedOutCount > 180)
    }

    @Test(arguments: [false, true]) func opaqueHrefsOfALongAnswerHold(json: Bool) throws {
        var configuration = LongAnswerTests.configuration
        configuration.opaqueURLs = true
        var client = try Client.loggedOn(configuration, json: json)
        var request = LongAnswerTests.request("", client)
        request.path = String(
            try #require(client.hub).href("Down:JobReferenceList").dropFirst(configuration.publicOrigin.count)
        )
        var answers: [SimulatorResponse] = []
        var seen: Set<String> = []
        for _ in 0..<2 {
            let answer = client.simulator.respond(to: request, at: .zero, wholeBelow: 1000)
            let makePieces = try #require(answer.pieces)
            var whole = answer
            whole.body = Array(makePieces().joined())
            // Whoever reads it once more gets the same.
            #expect(Array(makePieces().joined()) == whole.body)
            answers.append(whole)
            let hrefs = try Page(whole).allLinks.map(\.href)
            #expect(hrefs.count > 180)
            #expect(seen.isDisjoint(with: hrefs))
            #expect(Set(hrefs).count == hrefs.count)
            seen.formUnion(hrefs)
        }
        for answer in answers {
            let last = try #require(try Page(answer).item("Ref", named: "Backup Job 60"))
            #expect(try client.get(last.href("Alternate:Job"))["Name"] == "Backup Job 60")
        }
        try client.logOn()
        #expect(client.send(.get, try #require(seen.first)).status == 404)
    }

    @Test func theTransportHandsOutPieces() async throws {
        let client = try Client.loggedOn(LongAnswerTests.configuration)
        let transport = SimulatorTransport(configuration: LongAnswerTests.configuration, step: .zero)
        let logon = try await transport.send(
            TransportRequest(
                head: HTTPRequest(
                    method: .post,
                    scheme: nil,
                    authority: nil,
                    path: "/api/sessionMngr/?v=latest",
                    headerFields: [.authorization: Client.basic("EXAMPLE\\operator", "correct horse")]
                )
            )
        )
        var request = LongAnswerTests.request("jobs?format=Entity", client)
        request.headers[Simulator.tokenHeader] = logon.head.headerFields[Simulator.tokenHeader]
        let answer = try await transport.send(
            TransportRequest(
                head: HTTPRequest(
                    method: .get,
                    scheme: nil,
                    authority: nil,
                    path: request.path,
                    headerFields: request.headers
                )
            )
        )
        var count = 0
        var first: [UInt8] = []
        for try await piece in answer.body {
            if count == 0 { first = piece }
            count += 1
        }
        #expect(count > 1)
        #expect(first.starts(with: Array("<?xml".utf8)))
    }
}
