// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Steps that are taken once for each of several items.
@Suite struct ForEachTests {
    /// A bed of three plants, each with a page and something to water it by; two shelves that differ by nothing.
    private func house(broken: String? = nil) -> Script {
        Script { request, world in
            switch request.line {
            case "GET /start":
                return (
                    200,
                    Script.house(
                        Script.link("go", "/b", type: "bed"),
                        Script.link("go", "/s/1", type: "shelf", title: "upper"),
                        Script.link("go", "/s/2", type: "shelf", title: "lower")
                    )
                )
            case "GET /b":
                let plants = ["fern", "moss", "rose"].map { name in
                    "<plant label=\"\(name)\" tag=\"p-\(name)\" kind=\"plant\" wet=\"\(world.marks.contains(name))\"><nav>"
                        + Script.link("go", "/p/\(name)", type: "plant") + Script.link("water", "/w/\(name)")
                        + "</nav></plant>"
                }
                return (200, Script.page("bed", "", plants.joined()))
            case "GET /s/1": return (200, Script.page("shelf", "", "<pot label=\"clay\" kind=\"pot\"/>"))
            case "GET /s/2":
                return (
                    200, Script.page("shelf", "", "<pot label=\"tin\" kind=\"pot\"/><pot label=\"clay\" kind=\"pot\"/>")
                )
            default:
                let name = request.line.split(separator: "/").last.map(String.init) ?? ""
                if request.line.hasPrefix("GET /p/") {
                    return (200, Script.page("plant", "label=\"\(name)\" tag=\"p-\(name)\" height=\"\(name.count)\""))
                }
                if name == broken { return (0, "") }
                world.marks.insert(name)
                return (204, "")
            }
        }
    }

    @Test func readsGatherWhatTheyBring() async throws {
        let house = house()
        let result = try await house.run(
            """
            steps:
              - {stepId: bed, from: $session, follow: {rel: go, type: bed}}
              - stepId: plants
                from: $item
                forEach: {in: $steps.bed.items, max: 3}
                when: {not: {property: {from: $item, path: label, equals: moss}}}
                follow: {rel: go, type: plant}
              - {stepId: rose, from: $steps.plants.items, select: {where: {label: rose}}}
            outputs:
              plants: {each: $steps.plants.items, as: {name: $item.label, height: $item.height}}
              rose: $steps.rose.item.tag
            """
        )
        #expect(result.outcome == .read, "\(result.message)")
        #expect(
            result.outputs.text(pretty: false)
                == #"{"plants":[{"name":"fern","height":"4"},{"name":"rose","height":"4"}],"rose":"p-rose"}"#
        )
        #expect(house.requests.suffix(3) == ["GET /b", "GET /p/fern", "GET /p/rose"])
    }

    @Test func moreThanTheCapIsAnErrorBeforeTheFirst() async throws {
        let house = house()
        let result = try await house.run(
            """
            x-unverified: a trial
            steps:
              - {stepId: bed, from: $session, follow: {rel: go, type: bed}}
              - {stepId: water, from: $item, forEach: {in: $steps.bed.items, max: 2}, follow: {rel: water}}
            """
        )
        #expect(result.failure?.code == .limitExceeded)
        #expect(result.message.contains("3 times; its limit is 2"), "\(result.message)")
        #expect(house.writes.isEmpty)
    }

    private static let watering = """
        steps:
          - {stepId: bed, from: $session, follow: {rel: go, type: bed}}
          - stepId: water
            from: $item
            forEach: {in: $steps.bed.items, max: 9}
            follow: {rel: water}
            body: {for: $item.label}
            verify:
              from: $session
              follow: {rel: go, type: bed}
              exists: {item: plant, where: {label: $item.label, wet: "true"}}
              within: 1
        """

    @Test func everyWriteIsReadBackBeforeTheNext() async throws {
        let house = house()
        let result = try await house.run(Self.watering)
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(
            house.requests.dropFirst(2) == [
                "PUT /w/fern", "GET /b", "PUT /w/moss", "GET /b", "PUT /w/rose", "GET /b",
            ]
        )
        let plan = try await self.house().plan(Self.watering)
        #expect(plan.write?.path.description == "go:bed/*[tag=p-fern]/water")
        #expect(plan.write?.bodyText?.contains("fern") == true)
    }

    @Test func aRoundWhoseEndIsUnknownIsTheLast() async throws {
        let house = house(broken: "moss")
        let result = try await house.run(Self.watering)
        #expect(result.outcome == .unknown, "\(result.message)")
        #expect(house.writes == ["PUT /w/fern", "PUT /w/moss"])
    }

    @Test func everyLinkThatFits() async throws {
        let workflow = { (where: String) in
            """
            steps:
              - stepId: pots
                from: $session
                forEach: {in: links, max: 2}
                follow: {rel: go, type: shelf}
                select: {item: pot, where: \(`where`), cardinality: many}
              - {stepId: pot, from: $steps.pots.items, select: {item: pot}}
            outputs: {pots: $steps.pots.items.label}
            """
        }
        let one = try await house().run(workflow("{label: tin}"))
        #expect(one.outputs["pots"]?.scalar == nil)
        #expect(one.outputs.text(pretty: false) == #"{"pots":["tin"]}"#, "\(one.message)")
        let several = try await house().run(workflow("{label: clay}"))
        #expect(several.failure?.code == .itemAmbiguous)
        let none = try await house().run(workflow("{label: glass}"))
        #expect(none.failure?.code == .itemMissing)
    }

    @Test func valuesStandForThemselves() async throws {
        let house = house()
        let result = try await house.run(
            """
            steps:
              - stepId: shelves
                from: $session
                forEach: {in: [upper, lower], max: 2}
                follow: {rel: go, type: shelf, name: $item}
              - {stepId: check, from: $session, onSuccess: [{type: end, outcome: read, message: both}]}
            """
        )
        #expect(result.message == "both")
        #expect(house.requests == ["GET /start", "GET /s/1", "GET /s/2"])
    }
}
