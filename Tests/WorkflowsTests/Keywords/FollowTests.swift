// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import HypermediaClient
import Synchronization
import Testing
import Workflows

/// Queries, pages, waiting for what is read, files.
@Suite struct FollowTests {
    private static let profile: Profile = {
        var profile = Greenhouse.profile
        profile.paging = PagingRule(element: "pager")
        profile.queries = [QueryRule(owner: "house", replaceable: ["size"], addable: ["only"])]
        return profile
    }()

    /// Three pages of two plants each; the last one leads back to the first if it is a circle.
    private func shelves(circle: Bool = false) -> Script {
        Script(profile: Self.profile) { request, _ in
            guard let number = request.line.split(separator: "=").last.flatMap({ Int($0) }),
                request.line != "GET /start"
            else { return (200, Script.house(Script.link("go", "/b?page=1", type: "bed"))) }
            let plants = (1...2).map { "<plant label=\"p\(number)\($0)\" tag=\"\(number)-\($0)\" kind=\"plant\"/>" }
            let next = number < 3 ? number + 1 : 1
            let pager = number < 3 || circle ? "<nav>\(Script.link("Next", "/b?page=\(next)"))</nav>" : ""
            return (200, Script.page("bed", "", plants.joined() + "<pager>\(pager)</pager>"))
        }
    }

    private static let verbs: Profile = {
        var profile = Self.profile
        profile.verbs["Next"] = .get
        return profile
    }()

    private func paged(_ pages: Int, circle: Bool = false, more: String = "") async throws -> (RunResult, Script) {
        let inner = shelves(circle: circle)
        let house = Script(profile: Self.verbs) { request, world in inner.reply(request, &world) }
        let result = try await house.run(
            """
            steps:
              - {stepId: bed, from: $session, follow: {rel: go, type: bed, pages: \(pages)}\(more)}
            outputs: {plants: $steps.bed.items.label, one: $steps.bed.item.tag}
            """
        )
        return (result, house)
    }

    @Test func everyPageIsRead() async throws {
        let (result, house) = try await paged(3)
        #expect(result.outputs["plants"]?.elements?.compactMap(\.scalar) == ["p11", "p12", "p21", "p22", "p31", "p32"])
        #expect(house.requests.count == 4)
    }

    @Test func morePagesThanTheCapAreAnError() async throws {
        let (result, house) = try await paged(2)
        #expect(result.failure?.code == .limitExceeded)
        #expect(result.message.contains("more than 2 pages"), "\(result.message)")
        #expect(house.requests.count == 3)
    }

    @Test func noPageIsReadTwice() async throws {
        let (result, house) = try await paged(9, circle: true)
        #expect(result.message.contains("circle"), "\(result.message)")
        #expect(house.requests.count == 4)
    }

    @Test func anItemIsFoundOnAnyPage() async throws {
        let (result, _) = try await paged(3, more: ", select: {item: plant, where: {label: p31}}")
        #expect(result.outputs["one"]?.scalar == "3-1")
        let (missing, _) = try await paged(3, more: ", select: {item: plant, where: {label: p13}}")
        #expect(missing.failure?.code == .itemMissing)
        #expect(missing.failure?.hint?.contains("Did you mean") == true)
        let (several, _) = try await paged(3, more: ", select: {item: plant, where: {kind: plant}}")
        #expect(several.failure?.code == .itemAmbiguous)
        #expect(several.failure?.candidates.count == 6)
    }

    // MARK: Query

    @Test func aQueryChangesWhatMayBeChanged() async throws {
        let house = Script(profile: Self.profile) { request, _ in
            request.line == "GET /start"
                ? (200, Script.house(Script.link("go", "/b?size=2", type: "bed"))) : (200, Script.page("bed"))
        }
        let workflow = { (name: String) in
            """
            inputs: {type: object, properties: {size: {type: integer}, only: {type: string}}}
            steps:
              - {stepId: bed, from: $session, follow: {rel: go, query: {\(name): $inputs.size, only: $inputs.only}}}
            """
        }
        #expect(try await house.run(workflow("size"), ["size": "7", "only": "wet & dry"]).outcome == .read)
        #expect(try await house.run(workflow("size")).outcome == .read)
        #expect(house.requests.filter { $0.contains("/b") } == ["GET /b?size=7&only=wet%20%26%20dry", "GET /b?size=2"])
        let refused = try await house.run(workflow("colour"), ["size": "7"])
        #expect(refused.failure?.code == .queryNotAllowed)
    }

    /// What could only be replaced stays as the server wrote it; what may be added still is.
    @Test func aQueryThatCannotBeReadIsLeftAlone() async throws {
        let house = Script(profile: Self.profile) { request, _ in
            request.line == "GET /start"
                ? (200, Script.house(Script.link("go", "/b7f3", type: "bed"))) : (200, Script.page("bed"))
        }
        let workflow = """
            inputs: {type: object, properties: {only: {type: string}}}
            steps:
              - {stepId: bed, from: $session, follow: {rel: go, query: {size: 7, only: $inputs.only}}}
            """
        let result = try await house.run(workflow)
        #expect(result.outcome == .read)
        #expect(result.message.contains("filtered here"), "\(result.message)")
        #expect(try await house.run(workflow, ["only": "wet"]).outcome == .read)
        #expect(house.requests.filter { $0.contains("/b") } == ["GET /b7f3", "GET /b7f3?only=wet"])
    }

    // MARK: Waiting

    private static let growing = """
        steps:
          - stepId: bed
            from: $session
            follow: {rel: go}
            await:
              timeout: 60
              until: {property: {path: height, above: 2}}
              fail: {property: {path: leaves, equals: brown}}
              interval: 2
              maxDelay: 5
        outputs: {height: $steps.bed.item.height}
        """

    private func growing(_ answer: @escaping @Sendable (Int) -> (Int, String)) -> Script {
        Script { request, _ in
            guard request.line != "GET /start" else { return (200, Script.house(Script.link("go", "/b"))) }
            let (status, attributes) = answer(request.count)
            return (status, Script.page("plant", attributes))
        }
    }

    @Test func aReadIsRepeatedUntilItsConditionHolds() async throws {
        let house = growing { count in (count == 3 ? 503 : 200, "height=\"\(count)\" leaves=\"green\"") }
        let result = try await house.run(Self.growing)
        #expect(result.outcome == .read, "\(result.message)")
        #expect(result.outputs["height"]?.scalar == "4")
        #expect(house.time.sleeps == [.seconds(2), .seconds(4), .seconds(5)])
    }

    @Test func whatWillNotComeIsNotWaitedFor() async throws {
        let house = growing { count in (200, "height=\"1\" leaves=\"\(count > 1 ? "brown" : "green")\"") }
        let result = try await house.run(Self.growing)
        #expect(result.failure?.code == .workflowFailed)
        #expect(result.message.contains("leaves is ‘brown’"), "\(result.message)")
        #expect(house.time.sleeps == [.seconds(2)])
    }

    @Test func waitingEnds() async throws {
        let house = growing { _ in (200, "height=\"1\" leaves=\"green\"") }
        let result = try await house.run(Self.growing)
        #expect(result.failure?.code == .waitTimeout)
        #expect(house.time.now == .seconds(60))
    }

    // MARK: Files

    private static let download = """
        inputs: {type: object, required: [to], properties: {to: {type: string}}}
        steps:
          - {stepId: photo, from: $session, follow: {rel: go}, save: $inputs.to}
        """

    @Test func aFileGoesWhereItShall() async throws {
        let house = Script { request, _ in
            request.line == "GET /start" ? (200, Script.house(Script.link("go", "/photo"))) : (200, "\u{1}petals")
        }
        let saved = Mutex<[String: [UInt8]]>([:])
        let workflow = try house.workflow(Self.download)
        func run(_ saving: @escaping WorkflowRunner.Saving) async throws -> RunResult {
            let client = try house.connect()
            return try await HypermediaClient.withSession(client) { _ in
                try await WorkflowRunner(client: client, saving: saving).run(workflow, inputs: ["to": "rose.png"])
            }
        }
        let result = try await run { path, bytes in saved.withLock { $0[path] = bytes } }
        #expect(result.outcome == .read, "\(result.message)")
        #expect(saved.withLock { $0 } == ["rose.png": Array("\u{1}petals".utf8)])
        let nowhere = try await house.run(Self.download, ["to": "rose.png"])
        #expect(nowhere.failure?.code == .saveFailed)
        struct Full: Error {}
        let full = try await run { _, _ in throw Full() }
        #expect(full.failure?.code == .saveFailed)
    }
}
