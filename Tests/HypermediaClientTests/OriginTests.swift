// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

@Suite struct OriginTests {
    struct Foreign: Sendable, CustomTestStringConvertible {
        let href: String
        let origin: String
        let code: ErrorCode
        var testDescription: String { href }
    }

    static let foreign = [
        Foreign(href: "https://inside.test:9398/api/thing", origin: "https://inside.test:9398", code: .foreignOrigin),
        Foreign(href: "https://stub.test/api/thing", origin: "https://stub.test", code: .foreignOrigin),
        Foreign(href: "https://stub.test:9398.evil.test/x", origin: "", code: .badHref),
        Foreign(href: "https://stub.test:9398@evil.test/x", origin: "", code: .badHref),
        Foreign(href: "//evil.test/api/thing", origin: "https://evil.test", code: .foreignOrigin),
        Foreign(href: "http://stub.test:9398/api/thing", origin: "http://stub.test:9398", code: .downgrade),
        Foreign(href: "http://stub.test:9399/api/thing", origin: "http://stub.test:9399", code: .downgrade),
        Foreign(href: "ftp://stub.test:9398/api/thing", origin: "", code: .badHref),
        Foreign(href: "javascript:alert(1)", origin: "", code: .badHref),
    ]

    @Test(arguments: formats, foreign)
    func whatIsElsewhereIsNotAskedFor(_ format: DocumentFormat, _ foreign: Foreign) async throws {
        let stub = Stub(thing: foreign.href) { _ in nil }
        let error = await clientError(foreign.code) { try await stub.readThing(ClientOptions(accept: format)) }
        if !foreign.origin.isEmpty {
            #expect(error?.hint?.hasSuffix("--host-map \(foreign.origin)=\(Stub.origin)") == true)
        }
        #expect(stub.script.lines == ["GET /api/", "POST /api/logon", "DELETE /api/session"])
        #expect(stub.hops.all.count == 3)
    }

    @Test(arguments: foreign.filter { !$0.origin.isEmpty })
    func aHostMapOpensIt(_ foreign: Foreign) async throws {
        let stub = Stub(thing: foreign.href) { request in
            request.line == "GET /api/thing" ? .answer(200, Stub.thing) : nil
        }
        let from = try #require(Origin(foreign.origin))
        let to = try #require(Origin(Stub.origin))
        let answer = try await stub.readThing(ClientOptions(hostMap: [from: to]))
        #expect(answer.resource?.label == "One")
        let request = try #require(stub.script.requests.first { $0.line == "GET /api/thing" })
        #expect(request.head.scheme == "https")
        #expect(request.head.authority == "stub.test:9398")
    }

    @Test func aHostMapToAThirdPlaceOpensNothing() async throws {
        let stub = Stub(thing: "https://inside.test:9398/api/thing") { _ in nil }
        let from = try #require(Origin("https://inside.test:9398"))
        let to = try #require(Origin("https://third.test:9398"))
        _ = await clientError(.foreignOrigin) { try await stub.readThing(ClientOptions(hostMap: [from: to])) }
    }

    @Test func aServerUnderAnotherNameIsWalkedByHostMap() async throws {
        let server = Server()
        let entry = try EntryPoint("https://127.0.0.1:19398/api/")
        let inside = try #require(Origin("https://em.example.test:9398"))
        let plain = try server.client(entry: entry)
        let error = await clientError(.foreignOrigin) { try await plain.logOn() }
        #expect(
            error?.hint?.hasSuffix("--host-map https://em.example.test:9398=https://127.0.0.1:19398") == true
        )
        let script = Script(over: server.transport) { _ in nil }
        let client = try server.client(ClientOptions(hostMap: [inside: entry.origin]), entry: entry, through: script)
        let job = try await HypermediaClient.withSession(client) { _ in
            try await client.walk(try RelPath("Down:JobReferenceList/@Nightly/Alternate:Job"))
        }
        #expect(job.label == "Nightly")
        #expect(Set(script.requests.map(\.head.authority)) == ["127.0.0.1:19398"])
        #expect(server.transport.log.madeUp.isEmpty)
    }

    @Test(arguments: [
        ("thing", "/api/thing"), ("./a/../thing?x=1", "/api/thing?x=1"), ("/thing", "/thing"),
        ("?x=1", "/api/logon?x=1"),
        ("//stub.test:9398/thing", "/thing"), ("../../thing", "/thing"),
    ]) func relativeHrefsAreSeenFromTheirAnswer(_ href: String, _ target: String) async throws {
        let stub = Stub(thing: href) { $0.line == "GET \(target)" ? .answer(200, Stub.thing) : nil }
        #expect(try await stub.readThing().resource?.label == "One")
    }

    @Test func hrefsOfAnotherClientAreRefused() async throws {
        // Both clients know the same entry point, the same server and the same account.
        let server = Server()
        let entry = try EntryPoint(server.transport.entry)
        let mine = try server.client(entry: entry)
        let other = try server.client(entry: entry)
        try await HypermediaClient.withSession(mine) { _ in
            try await HypermediaClient.withSession(other) { hub in
                let link = try RenewalTests.jobs.selectOne(in: hub)
                let before = server.transport.log.entries.count
                _ = await clientError(.hrefNotIssued) { try await mine.follow(link) }
                let order = try other.prepare(link)
                _ = await clientError(.hrefNotIssued) { try await mine.perform(order) }
                #expect(server.transport.log.entries.count == before)
            }
        }
    }

    @Test(arguments: formats) func hrefsOfFilesAreInert(_ format: DocumentFormat) async throws {
        let text =
            format == .xml ? Stub.hubXML("https://em.example.test:9398/api/jobs") : Stub.hubJSON("/api/jobs")
        let file = try Representation.read(Array(text.utf8), profile: .enterpriseManager)
        let server = Server()
        let client = try server.client()
        try await HypermediaClient.withSession(client) { _ in
            for link in file.root.links {
                _ = await clientError(.hrefNotIssued) { try await client.follow(link, verb: .get) }
            }
            _ = await clientError(.hrefNotIssued) { try await client.walk(try RelPath("Down:Thing"), from: file.root) }
        }
        #expect(file.root.links.count == 3)
        #expect(server.transport.log.entries.count == 3)
    }

    @Test func aQueryIsChangedByTheRuleOnly() async throws {
        let query =
            "<QuerySvc xmlns=\"\(Stub.namespace)\"><Links><Link Rel=\"Down\" Type=\"QueryResult\" "
            + "Href=\"/api/query?type=Job&amp;pageSize=100&amp;page=1\"/></Links></QuerySvc>"
        let stub = Stub { request in
            switch request.line {
            case "GET /api/thing": .answer(200, query)
            case "GET /api/query?type=Job&pageSize=5&page=1&filter=Name%3D%3D%22A%20%26%20B%22":
                .answer(200, Stub.thing)
            default: nil
            }
        }
        let client = try stub.client()
        try await HypermediaClient.withSession(client) { hub in
            let service = try await client.follow(LinkSelector(rel: "Down"), of: hub)
            let link = try LinkSelector(rel: "Down").selectOne(in: service)
            let order = try client.prepare(link, query: ["pageSize": "5", "filter": "Name==\"A & B\""])
            #expect(order.href.provenance == .edited)
            #expect(try await client.perform(order).resource?.label == "One")
            #expect(throws: HypermediaError.self) { try client.prepare(link, query: ["type": "Repository"]) }
            #expect(throws: HypermediaError.self) { try client.prepare(link, query: ["evil": "1"]) }
            let down = try LinkSelector(rel: "Down").selectOne(in: hub)
            #expect(throws: HypermediaError.self) { try client.prepare(down, query: ["page": "1"]) }
        }
    }
}
