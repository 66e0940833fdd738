// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

@Suite struct MediaTests {
    static let body = Body(root: "StartSpec", fields: [BodyField("Name", .string("A & B"))])

    @Test(arguments: formats) func oneMediaTypeIsAskedForAndSent(_ format: DocumentFormat) async throws {
        let media = "application/\(format.rawValue)"
        let stub = Stub { $0.line == "POST /api/start" ? .answer(204, type: nil) : nil }
        _ = try await stub.start(ClientOptions(accept: format), body: MediaTests.body)
        #expect(
            stub.script.requests.map { $0.head.headerFields[values: .accept] } == Array(repeating: [media], count: 4)
        )
        let start = try #require(stub.script.requests.first { $0.line == "POST /api/start" })
        #expect(start.head.headerFields[.contentType] == media)
        #expect(start.body == (try MediaTests.body.write(as: format, namespace: Stub.namespace)))
        for request in stub.script.requests where request.line != start.line {
            #expect(request.head.headerFields[.contentType] == nil)
            #expect(request.body == nil)
        }
    }

    @Test func aBodyWithoutRootIsSentAsJSONOnly() async throws {
        let stub = Stub { request in
            guard request.line == "POST /api/start" else { return nil }
            return request.isJSON ? .answer(200, #"{"Name":"One"}"#, type: "application/json") : .answer(406, type: nil)
        }
        let body = Body(root: nil, fields: MediaTests.body.fields)
        let answer = try await stub.start(ClientOptions(accept: .xml), body: body)
        #expect(answer.resource?.label == "One")
        let start = try #require(stub.script.requests.first { $0.line == "POST /api/start" })
        #expect(start.head.headerFields[.contentType] == "application/json")
        #expect(start.body?.first == UInt8(ascii: "{"))
    }

    @Test func whatIsPreparedIsWhatIsSent() async throws {
        let stub = Stub { $0.line == "POST /api/start" ? .answer(204, type: nil) : nil }
        let client = try stub.client()
        try await HypermediaClient.withSession(client) { hub in
            let order = try client.prepare(try LinkSelector(rel: "Start").selectOne(in: hub), body: MediaTests.body)
            #expect(stub.script.requests.count == 2)
            _ = try await client.perform(order)
            let sent = try #require(stub.script.requests.last)
            #expect(sent.body == order.body)
            #expect(sent.head.path == order.target)
            #expect(order.headers.map(\.name) == ["Accept", "Content-Type", "X-RestSvcSessionId"])
            for (name, value) in order.headers.dropLast() {
                let field = try #require(HTTPField.Name(name))
                #expect(sent.head.headerFields[field] == value)
            }
        }
    }

    @Test(arguments: [
        "application/xml; charset=utf-8", "text/xml", "Application/XML;Charset=\"UTF-8\"", "application/vnd.x+xml", nil,
    ]) func xmlByManyNamesIsRead(_ type: String?) async throws {
        let stub = Stub { $0.line == "GET /api/thing" ? .answer(200, Stub.thing, type: type) : nil }
        let answer = try await stub.readThing(ClientOptions(accept: .json))
        #expect(answer.resource?.label == "One")
        #expect(answer.contentType == type)
        #expect(answer.hop.findings.map(\.code) == ["other-format"])
    }

    @Test func theCharsetOfTheHeaderCounts() async throws {
        let latin = Array("<Thing xmlns=\"\(Stub.namespace)\" Name=\"".utf8) + [0xC4] + Array("\"/>".utf8)
        let stub = Stub {
            $0.line == "GET /api/thing" ? .answer(200, latin, type: "application/xml; charset=ISO-8859-1") : nil
        }
        #expect(try await stub.readThing().resource?.label == "Ä")
    }

    @Test(arguments: formats) func bytesAreKeptOnDemand(_ format: DocumentFormat) async throws {
        let server = Server()
        let client = try server.client(ClientOptions(accept: format))
        try await HypermediaClient.withSession(client) { hub in
            let link = try RenewalTests.jobs.selectOne(in: hub)
            #expect(try await client.follow(link).bytes == nil)
            let answer = try await client.follow(link, keepingBytes: true)
            #expect(answer.bytes?.count == answer.hop.bytes)
            let again = try Representation.read(answer.bytes ?? [], profile: .enterpriseManager)
            #expect(again.root.items.map(\.label) == answer.resource?.items.map(\.label))
        }
    }

    @Test func aVerbThatIsNoneIsNotReplaced() async throws {
        let server = Server()
        let client = try server.client()
        try await HypermediaClient.withSession(client) { hub in
            let link = try RenewalTests.jobs.selectOne(in: hub)
            _ = await clientError(.unknownVerb) { try await client.follow(link, verb: Verb(rawValue: "DEL ETE")) }
            _ = await clientError(.unknownVerb) { try await client.follow(link, verb: Verb(rawValue: "")) }
        }
        #expect(server.transport.log.entries.count == 3)
    }

    @Test func aRelationWithoutVerbIsNotFollowed() async throws {
        let server = Server { $0.decoyLinks = true }
        let client = try server.client()
        try await HypermediaClient.withSession(client) { hub in
            let links = hub.links.filter { $0.rel == "Frobnicate" }
            #expect(!links.isEmpty)
            for link in links { _ = await clientError(.unknownVerb) { try await client.follow(link) } }
        }
        #expect(server.transport.log.trapHits.isEmpty)
    }
}
