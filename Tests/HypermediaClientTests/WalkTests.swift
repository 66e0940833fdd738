// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

@Suite struct WalkTests {
    /// Walks in a session of its own, and sees to it that nothing was made up or written.
    static func walk<T: Sendable>(
        _ format: DocumentFormat,
        limits: ClientLimits = ClientLimits(),
        _ change: (inout SimulatorConfiguration) -> Void = { _ in },
        _ body: @Sendable (HypermediaClient) async throws -> T
    ) async throws -> T {
        let server = Server(change)
        let client = try server.client(ClientOptions(accept: format, limits: limits))
        do {
            let result = try await HypermediaClient.withSession(client) { _ in try await body(client) }
            #expect(server.transport.log.madeUp.isEmpty && server.transport.log.writes.isEmpty)
            return result
        } catch {
            #expect(server.transport.log.madeUp.isEmpty && server.transport.log.writes.isEmpty)
            throw error
        }
    }

    @Test(arguments: formats, [false, true])
    func aPathLeadsToTheEntity(_ format: DocumentFormat, hostile: Bool) async throws {
        let job = try await WalkTests.walk(format) {
            $0.opaqueURLs = hostile
            $0.shuffleLinks = hostile
            $0.decoyLinks = hostile
        } _: { client in
            try await client.walk(try RelPath("Down:JobReferenceList/@Nightly/Alternate:Job"))
        }
        #expect(job.name == "Job")
        #expect(job.label == "Nightly")
        #expect(job.property("JobType") == "Backup")
        #expect(job.links.contains { $0.rel == "Clone" && $0.type == nil })
    }

    @Test(arguments: formats) func selfIsReadAgain(_ format: DocumentFormat) async throws {
        let names = try await WalkTests.walk(format) { client in
            let entity = try await client.walk(try RelPath("Down:JobList/@Nightly/self"))
            let hub = try await client.walk(try RelPath("self"))
            let here = try await client.walk(try RelPath(""))
            return [entity.label, hub.type?.rawValue, here.type?.rawValue, entity.representation.root.label]
        }
        #expect(names == ["Nightly", "LogonSession", "LogonSession", "Nightly"])
    }

    @Test(arguments: formats) func anItemIsFoundByItsContent(_ format: DocumentFormat) async throws {
        let (first, second) = try await WalkTests.walk(format) { client in
            let job = try await client.walk(try RelPath("Down:JobList/*[Name=Nightly,JobType=Backup]"))
            let uid = try #require(job.uid)
            return (
                job,
                try await client.walk(try RelPath("Down:JobReferenceList/*[UID=\"\(uid)\"]/Alternate[JobType=Backup]"))
            )
        }
        #expect(first.uid == second.uid)
        #expect(second.name == "Job")
    }

    @Test(arguments: formats) func oneOfSeveralTargetsIsFoundByItsContent(_ format: DocumentFormat) async throws {
        // The hub offers several Down links to lists of references; their targets tell them apart.
        let job = try await WalkTests.walk(format) { client in
            let list = try await client.walk(try RelPath("Down:JobReferenceList"))
            let reference = try ItemSelector.named("Nightly", profile: .enterpriseManager).selectOne(in: list)
            let uid = try #require(reference.uid)
            return try await client.walk(
                RelPath(steps: [
                    .follow(LinkSelector(rel: "Alternate", target: [PropertyCondition(path: "UID", value: uid)]))
                ]),
                from: reference
            )
        }
        #expect(job.label == "Nightly")
    }

    @Test(arguments: formats, [Cardinality.one, .optional, .many])
    func aConditionThatFailsFindsNothing(_ format: DocumentFormat, _ cardinality: Cardinality) async throws {
        let error = await #expect(throws: HypermediaError.self) {
            try await WalkTests.walk(format) { client in
                let reference = try await client.walk(try RelPath("Down:JobReferenceList/@Nightly"))
                let selector = LinkSelector(
                    rel: "Alternate",
                    target: [PropertyCondition(path: "Name", value: "Daily")],
                    cardinality: cardinality
                )
                return try await client.selectOne(selector, of: reference)
            }
        }
        #expect(error?.code == .linkMissing)
        #expect(error?.message == "The target of Alternate does not have Name=Daily.")
    }

    static let two = """
        <Thing xmlns="\(Stub.namespace)"><Links><Link Rel="Down" Type="A" Href="/api/a"/>
        <Link Rel="Down" Type="B" Href="/api/b"/><Link Rel="Down" Type="C" Href="/api/c"/>
        <Link Rel="Down" Type="C" Href="/api/c"/></Links></Thing>
        """

    static func stub() -> Stub {
        Stub { request in
            switch request.line {
            case "GET /api/thing": .answer(200, two)
            case "GET /api/a", "GET /api/b", "GET /api/c":
                .answer(
                    200,
                    "<\(request.line.suffix(1).uppercased()) xmlns=\"\(Stub.namespace)\" Both=\"\(request.line == "GET /api/c" ? "no" : "yes")\" "
                        + "Path=\"\(request.line)\"/>"
                )
            default: nil
            }
        }
    }

    @Test(arguments: [Cardinality.one, .optional, .many])
    func severalThatFitAreNeverChosenFrom(_ cardinality: Cardinality) async throws {
        let client = try WalkTests.stub().client()
        let error = await #expect(throws: HypermediaError.self) {
            try await HypermediaClient.withSession(client) { _ in
                let thing = try await client.walk(try RelPath("Down:Thing"))
                let selector = LinkSelector(
                    rel: "Down",
                    target: [PropertyCondition(path: "Both", value: "yes")],
                    cardinality: cardinality
                )
                return try await client.selectOne(selector, of: thing)
            }
        }
        #expect(error?.code == .linkAmbiguous)
        #expect(error?.candidates.map(\.selector) == ["Down:A", "Down:B"])
    }

    @Test func theOneThatFitsIsFollowedAndEachTargetReadOnce() async throws {
        let stub = WalkTests.stub()
        let client = try stub.client()
        let resource = try await HypermediaClient.withSession(client) { _ in
            try await client.walk(try RelPath("Down:Thing/Down[Both=yes,\"Path\"=\"GET /api/b\"]"))
        }
        #expect(resource.name == "B")
        #expect(stub.script.lines.filter { $0 == "GET /api/c" }.count == 1)
    }

    @Test func theNumberOfTargetsIsLimited() async throws {
        let stub = WalkTests.stub()
        let client = try stub.client(ClientOptions(limits: ClientLimits(conditionTargets: 2)))
        let error = await clientError(.limitExceeded) {
            try await HypermediaClient.withSession(client) { _ in
                try await client.walk(try RelPath("Down:Thing/Down[Both=no]"))
            }
        }
        #expect(error?.message.contains("condition-targets is 2") == true)
        #expect(!stub.script.lines.contains("GET /api/a"))
    }

    @Test(arguments: formats, ["Clone", "Edit", "Start"])
    func aWriteOnTheWayIsNotSent(_ format: DocumentFormat, _ rel: String) async throws {
        let error = await clientError(.writeInPath) {
            try await WalkTests.walk(format) { client in
                try await client.walk(try RelPath("Down:JobReferenceList/@Nightly/Alternate:Job/\(rel)/Up"))
            }
        }
        #expect(error?.hint?.contains("emwalk do") == true)
    }

    @Test(arguments: formats) func resolvingLeavesTheLastLinkAlone(_ format: DocumentFormat) async throws {
        let server = Server()
        let client = try server.client(ClientOptions(accept: format))
        try await HypermediaClient.withSession(client) { _ in
            let base = "Down:JobReferenceList/@Nightly/Alternate:Job"
            guard case .link(let clone) = try await client.resolve(try RelPath(base + "/Clone")) else {
                Issue.record("That is a link.")
                return
            }
            #expect(clone.rel == "Clone")
            #expect(clone.verb == .post)
            #expect(server.transport.log.entries.count == 4)
            guard case .resource(let item) = try await client.resolve(try RelPath("Down:JobReferenceList/@Nightly")),
                case .resource(let here) = try await client.resolve(try RelPath(""))
            else {
                Issue.record("Those are resources.")
                return
            }
            #expect(item.label == "Nightly")
            #expect(here.type == "LogonSession")
        }
        #expect(server.transport.log.writes.isEmpty)
        #expect(server.transport.log.madeUp.isEmpty)
    }

    @Test(arguments: formats) func whatIsNotThereIsExplained(_ format: DocumentFormat) async throws {
        for (path, code) in [
            ("Down:JobReferenceLis", ErrorCode.linkMissing), ("Down", .linkAmbiguous),
            ("Down:JobReferenceList/@Nightli", .itemMissing), ("Down:JobReferenceList/@Nightly/Clone", .linkMissing),
        ] {
            let error = await #expect(throws: HypermediaError.self) {
                try await WalkTests.walk(format) { client in try await client.walk(try RelPath(path)) }
            }
            #expect(error?.code == code, "\(path)")
            #expect(error?.candidates.isEmpty == false, "\(path)")
        }
    }

    @Test func nobodyWalksBeforeTheLogon() async throws {
        let server = Server()
        let client = try server.client()
        _ = await clientError(.closed) { try await client.walk(try RelPath("Down")) }
        #expect(server.transport.log.entries.isEmpty)
    }
}
