// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// The engine knows no Enterprise Manager: another dialect needs another profile and nothing else.
@Suite struct GenericityTests {
    private static let watering = """
        emflow: "1.0"
        info: {title: Greenhouse}
        workflows:
          - workflowId: water
            summary: Water a plant
            inputs:
              type: object
              required: [plant, amount]
              properties:
                plant: {type: string}
                amount: {type: integer}
                hurry: {type: boolean}
            steps:
              - stepId: plant
                from: $session
                follow: {rel: go, type: bed, name: North}
                select: {item: plant, where: {label: $inputs.plant}}
                onSuccess:
                  - {type: end, outcome: unchanged, when: {property: {from: $steps.plant, path: wet, equals: "true"}}}
              - stepId: water
                from: $steps.plant
                follow: {rel: water}
                body: {"@unit": l, amount: $inputs.amount, hurry: $inputs.hurry, gently: true}
            verify:
              from: $session
              follow: {rel: go, type: bed}
              exists: {item: plant, where: {label: $inputs.plant, wet: "true"}}
            outputs: {plant: $verify.item.tag, all: $verify.items.label}
        """

    @Test func anotherDialectRunsAWorkflow() async throws {
        let house = Greenhouse()
        let time = HandTime()
        let client = HypermediaClient(
            profile: Greenhouse.profile,
            entry: try EntryPoint(Greenhouse.entry),
            transport: house,
            credentials: nil,
            time: time.source
        )
        let file = try WorkflowFile(yaml: Self.watering, file: "water.yaml", profile: Greenhouse.profile)
        let inputs = ["plant": "fern", "amount": "2"]
        let (plan, first, second) = try await HypermediaClient.withSession(client) { _ in
            let runner = WorkflowRunner(client: client)
            let workflow = file.workflows[0]
            return (
                try await runner.plan(workflow, inputs: inputs), try await runner.run(workflow, inputs: inputs),
                try await runner.run(workflow, inputs: inputs)
            )
        }
        let expected = """
            <?xml version="1.0" encoding="utf-8"?>
            <watering xmlns="urn:test:greenhouse" unit="l">
              <amount>2</amount>
              <gently>true</gently>
            </watering>

            """
        #expect(plan.write?.bodyText == expected)
        #expect(plan.write?.path.description == "go:bed[Name=North]/*[label=fern]/water")
        #expect(first.outcome == .changed, "\(first.message)")
        #expect(first.task?.operation == "watering")
        #expect(first.outputs.text(pretty: false) == #"{"plant":"p-fern","all":["fern","moss"]}"#)
        #expect(second.outcome == .unchanged)
        #expect(house.requests.filter { $0.hasPrefix("PUT") } == ["PUT /w/fern"])
    }
}
