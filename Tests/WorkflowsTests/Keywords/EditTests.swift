// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Resources that are changed and sent back whole, and resources that are handed back whole.
@Suite struct EditTests {
    private static let edit = """
        emflow: "1.0"
        info: {title: Trial}
        workflows:
          - workflowId: trial
            summary: Try
            inputs:
              type: object
              required: [job]
              properties:
                job: {type: string}
                retries: {type: integer}
                pause: {type: integer}
            steps:
              - stepId: job
                from: $session
                follow: {rel: Down, type: JobReferenceList}
                select: {item: Ref, where: {Name: $inputs.job}}
              - {stepId: entity, from: $steps.job, follow: {rel: Alternate, type: Job}}
              - stepId: edit
                from: $steps.entity
                follow: {rel: Edit, type: JobReference}
                edit:
                  JobScheduleOptions.Standart.RetryOptions.RetryTimes: $inputs.retries
                  JobScheduleOptions.Standart.RetryOptions.RetryTimeout: $inputs.pause
            verify:
              from: $steps.entity
              holds: {property: {path: JobScheduleOptions.Standart.RetryOptions.RetryTimes, equals: $inputs.retries}}
            outputs: {job: {resource: $verify.item}, all: {each: $steps.entity.items, as: {resource: $item}}}
        """

    private func laboratory(_ accept: DocumentFormat) throws -> Laboratory {
        try Laboratory(accept: accept, schema: try .enterpriseManager())
    }

    private func workflow() throws -> Workflow {
        try WorkflowFile(yaml: Self.edit, file: "trial.yaml", profile: .enterpriseManager).workflows[0]
    }

    @Test(arguments: DocumentFormat.allCases) func onlyWhatIsGivenChanges(_ accept: DocumentFormat) async throws {
        let laboratory = try laboratory(accept)
        let inputs = ["job": "Nightly", "retries": "7"]
        let workflow = try workflow()
        let (plan, result) = try await HypermediaClient.withSession(laboratory.client) { _ in
            (
                try await laboratory.runner().plan(workflow, inputs: inputs),
                try await laboratory.runner().run(workflow, inputs: inputs)
            )
        }
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(laboratory.recorder.writes.count == 1)
        let write = try #require(laboratory.recorder.writes.first)
        let body = String(decoding: write.body ?? [], as: UTF8.self)
        #expect(body.contains("RetryTimes") && body.contains("NextRun"), "\(body)")
        #expect(plan.write?.body == write.body)
        #expect(plan.write?.verdict == "valid", "\(plan.message)")
        #expect(
            result.outputs["job"]?["JobScheduleOptions"]?["Standart"]?["RetryOptions"]?["RetryTimes"]?.scalar == "7"
        )
    }

    /// The same from XML and from JSON: no links, no hrefs, nothing that is empty.
    @Test func aWholeResourceIsTheSameInBothFormats() async throws {
        let inputs = ["job": "Nightly", "retries": "7"]
        var outputs: [JSONValue] = []
        for accept in DocumentFormat.allCases {
            let laboratory = try laboratory(accept)
            let workflow = try workflow()
            let result = try await HypermediaClient.withSession(laboratory.client) { _ in
                try await laboratory.runner().run(workflow, inputs: inputs)
            }
            outputs.append(try #require(result.outputs["job"]))
        }
        // What JSON names or orders otherwise (RetrySpecified1, ObjectInJobs, attributes) is left aside.
        let parts = outputs.map { output -> [JSONValue?] in
            let options = output["JobScheduleOptions"]?["Standart"]
            return [
                output["Name"], output["UID"], options?["OptionsDaily"]?["Days"], options?["OptionsMonthly"]?["Months"],
            ]
        }
        #expect(parts[0] == parts[1], "\(outputs.map { $0.text() })")
        #expect(parts[0].allSatisfy { $0 != nil })
        #expect(!outputs[0].text().contains("http") && !outputs[0].text().contains("Link"))
    }

    @Test func nothingToChangeIsRefused() async throws {
        let laboratory = try laboratory(.xml)
        let inputs = ["job": "Nightly"]
        let workflow = try workflow()
        let result = try await HypermediaClient.withSession(laboratory.client) { _ in
            try await laboratory.runner().run(workflow, inputs: inputs)
        }
        #expect(result.failure?.code == .missingInput)
        #expect(result.failure?.hint == "Give at least one of: retries, pause.")
        #expect(laboratory.recorder.writes.isEmpty)
    }
}
