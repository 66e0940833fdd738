// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import Testing
import Workflows

/// Values that are not there, and values that are several.
@Suite struct ValuesTests {
    private let house = Script { request, _ in
        switch request.line {
        case "GET /start":
            return (200, Script.house(Script.link("go", "/b"), Script.link("water", "/w")))
        case "GET /b":
            let plants = ["fern", "moss"].map { "<plant label=\"\($0)\" tag=\"p-\($0)\" kind=\"plant\"/>" }
            return (200, Script.page("bed", "", plants.joined()))
        default: return (204, "")
        }
    }

    @Test func aLookupForWhatIsNotKnownIsNull() async throws {
        let result = try await house.run(
            """
            inputs: {type: object, properties: {plant: {type: string}}}
            steps:
              - {stepId: bed, from: $session, follow: {rel: go}}
            outputs:
              given: {lookup: $steps.bed.items, where: {label: $inputs.plant}, value: $found.tag}
              plants:
                each: $steps.bed.items
                as:
                  name: $item.label
                  neighbour: {lookup: $steps.bed.items, where: {tag: $item.beside}, value: $found.label}
            """
        )
        #expect(result.outcome == .read)
        #expect(
            result.outputs.text(pretty: false)
                == #"{"given":null,"plants":[{"name":"fern","neighbour":null},{"name":"moss","neighbour":null}]}"#,
            "\(result.message)"
        )
    }

    @Test func anEntryOfAListStandsForAllItsTexts() async throws {
        let plan = try await house.plan(
            """
            x-unverified: a trial
            steps:
              - {stepId: bed, from: $session, follow: {rel: go}}
              - stepId: water
                from: $session
                follow: {rel: water}
                body: {plants: {plant: [first, $steps.bed.items.tag, last]}}
            """
        )
        let body = try #require(plan.write?.bodyText)
        let plants = ["first", "p-fern", "p-moss", "last"].map { "<plant>\($0)</plant>" }.joined()
        #expect(body.filter { !$0.isWhitespace }.contains(plants), "\(body)")
    }

    @Test func outsideOfAListSeveralTextsAreNone() async throws {
        let plan = try await house.plan(
            """
            x-unverified: a trial
            steps:
              - {stepId: bed, from: $session, follow: {rel: go}}
              - {stepId: water, from: $session, follow: {rel: water}, body: {plant: $steps.bed.items.tag}}
            """
        )
        #expect(plan.failure?.code == .valueMissing, "\(plan.message)")
    }
}
