// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import Testing
import Workflows

/// What `verify` can look for, on the workflow and on a step.
@Suite struct ReadBackTests {
    /// A plant that is watered at once and is wet from the third look on.
    private func house(
        lostReply: Bool = false,
        wetFrom: Int = 3,
        mood: String = "fine"
    ) -> Script {
        Script { request, world in
            switch request.line {
            case "GET /start": return (200, Script.house(Script.link("go", "/p/fern", type: "plant")))
            case "GET /p/fern":
                if world.marks.contains("gone") { return (404, Script.page("trouble", "", "<oops>no fern</oops>")) }
                let looks = world.marks.contains("watered") ? request.count : 0
                let state = "wet=\"\(looks >= wetFrom)\" mood=\"\(looks > 0 ? mood : "fine")\""
                return (
                    200,
                    Script.page(
                        "plant",
                        "self=\"/p/fern\" label=\"fern\" tag=\"p-1\" \(state)",
                        "<nav>\(Script.link("water", "/w/fern"))</nav>"
                    )
                )
            case "PUT /w/fern":
                world.marks.insert("watered")
                if request.body.contains("root") { world.marks.insert("gone") }
                return lostReply ? (0, "") : (204, "")
            default: return (404, Script.page("trouble"))
            }
        }
    }

    private static func water(_ verify: String, body: String = "{amount: 1}") -> String {
        """
        steps:
          - {stepId: fern, from: $session, follow: {rel: go, type: plant}}
          - {stepId: water, from: $steps.fern, follow: {rel: water}, body: \(body)}
        verify: \(verify)
        outputs: {wet: $verify.item.wet}
        """
    }

    @Test func aConditionOnTheResourceItself() async throws {
        let house = house()
        let result = try await house.run(
            Self.water("{from: $steps.fern, holds: {property: {path: wet, equals: \"true\"}}}")
        )
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.outputs.text(pretty: false) == #"{"wet":"true"}"#)
        // Once by the step, twice by the read-back, which began dry.
        #expect(house.requests.filter { $0 == "GET /p/fern" }.count == 3)
    }

    @Test func aConditionThatNeverHolds() async throws {
        let result = try await house(wetFrom: 1000).run(
            Self.water("{from: $steps.fern, holds: {property: {path: wet, equals: \"true\"}}, within: 5}")
        )
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .postConditionFailed)
    }

    @Test func whatFailsFailsAtOnce() async throws {
        let house = house(wetFrom: 1000, mood: "drowned")
        let result = try await house.run(
            Self.water(
                "{from: $steps.fern, holds: {property: {path: wet, equals: \"true\"}}, "
                    + "fails: {property: {path: mood, oneOf: [drowned, lost]}}, within: 600}"
            )
        )
        #expect(result.outcome == .failed)
        #expect(result.message.contains("mood is ‘drowned’"), "\(result.message)")
        #expect(house.time.sleeps.isEmpty)
    }

    @Test func whatIsGone() async throws {
        let verify = "{from: $steps.fern, gone: true, within: 5}"
        let result = try await house().run(Self.water(verify, body: "{root: out}"))
        #expect(result.outcome == .changed, "\(result.message)")
        let still = try await house().run(Self.water(verify))
        #expect(still.failure?.code == .postConditionFailed)
    }

    @Test(arguments: [true, false]) func whatProvesNothing(_ conclusive: Bool) async throws {
        let result = try await house(lostReply: true, wetFrom: 1).run(
            Self.water(
                "{from: $steps.fern, holds: {property: {path: wet, equals: \"true\"}}, conclusive: \(conclusive)}"
            )
        )
        #expect(result.outcome == (conclusive ? .changed : .unknown), "\(result.message)")
        #expect((result.failure?.code == .outcomeUnknown) == !conclusive)
    }

    // MARK: Items

    private static func shelf(_ verify: String) -> String {
        """
        steps:
          - {stepId: fern, from: $session, follow: {rel: go, type: plant}}
          - stepId: water
            from: $steps.fern
            follow: {rel: water}
            body: {amount: 1}
            verify: \(verify)
          - {stepId: after, from: $session, follow: {rel: go, type: bed}}
        outputs: {plants: $steps.after.items.label}
        """
    }

    private func shelf(wet: [String], lostReply: Bool = false) -> Script {
        Script { request, world in
            switch request.line {
            case "GET /start":
                return (
                    200, Script.house(Script.link("go", "/p/fern", type: "plant"), Script.link("go", "/b", type: "bed"))
                )
            case "GET /p/fern":
                return (
                    200,
                    Script.page("plant", "self=\"/p/fern\"", "<nav>\(Script.link("water", "/w/fern"))</nav>")
                )
            case "GET /b":
                let plants = ["fern", "moss"].map { name in
                    "<plant label=\"\(name)\" kind=\"plant\" wet=\"\(wet.contains(name))\"/>"
                }
                return (200, Script.page("bed", "", plants.joined()))
            case "PUT /w/fern": return lostReply ? (0, "") : (204, "")
            default: return (404, Script.page("trouble"))
            }
        }
    }

    private static let wetItem =
        "{from: $session, follow: {rel: go, type: bed}, select: {item: plant, where: {label: fern}}, "
        + "holds: {property: {path: wet, equals: \"true\"}}, within: 2}"

    @Test func anItemIsLookedAtRightAfterTheStep() async throws {
        let house = shelf(wet: ["fern"])
        let result = try await house.run(Self.shelf(Self.wetItem))
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.message == "Done, and read back.")
        #expect(house.requests.suffix(3) == ["PUT /w/fern", "GET /b", "GET /b"])
    }

    @Test func anotherItemDoesNotCount() async throws {
        let result = try await shelf(wet: ["moss"]).run(Self.shelf(Self.wetItem))
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .postConditionFailed)
    }

    @Test func aStepWhoseReplyIsLostGoesOnWhenItsEffectIsThere() async throws {
        let house = shelf(wet: ["fern"], lostReply: true)
        let result = try await house.run(Self.shelf(Self.wetItem))
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.message.contains("the effect of ‘water’ is there"), "\(result.message)")
        #expect(house.writes.count == 1)
        let unseen = try await shelf(wet: [], lostReply: true).run(Self.shelf(Self.wetItem))
        #expect(unseen.outcome == .unknown, "\(unseen.message)")
    }
}
