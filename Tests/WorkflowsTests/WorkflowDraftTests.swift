// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing

@testable import Workflows

/// Workflows written in Swift are those of files.
@Suite struct WorkflowDraftTests {
    static let yaml = """
        emflow: "1.0"
        info: {title: Start a job}
        workflows:
          - workflowId: start
            summary: Start a job
            inputs:
              type: object
              required: [job]
              properties:
                job: {type: string, description: name or UID of the job, maxLength: 100}
                note: {type: string, default: none}
            danger: {level: caution, text: It runs now., source: inferred}
            x-unverified: the task says that it runs
            steps:
              - stepId: jobs
                from: $session
                follow: {rel: Down, type: JobReferenceList}
              - stepId: job
                from: $steps.jobs
                select: {item: Ref, where: {anyOf: [{Name: $inputs.job}, {UID: $inputs.job}]}}
              - stepId: entity
                from: $steps.job
                follow: {rel: Alternate, type: Job}
                onSuccess:
                  - {type: end, outcome: failed, message: "Not {$item.Name}.", when: {equals: [$item.JobType, Never]}}
              - stepId: start
                from: $steps.entity
                follow: {rel: Start, type: ""}
            outputs:
              name: $steps.entity.item.Name
        """

    static func draft() -> WorkflowDraft {
        WorkflowDraft("start", "Start a job") {
            WorkflowInput("job", "name or UID of the job").with("maxLength", 100)
            WorkflowInput("note", default: "none")
            WorkflowKeyword.danger(.caution, "It runs now.", source: "inferred")
            WorkflowKeyword.unverified("the task says that it runs")
            WorkflowStep("jobs").follow("Down", type: "JobReferenceList")
            WorkflowStep("job", from: "$steps.jobs")
                .select(item: "Ref", where: ["anyOf": [["Name": "$inputs.job"], ["UID": "$inputs.job"]]])
            WorkflowStep("entity", from: "$steps.job").follow("Alternate", type: "Job").with(
                "onSuccess",
                [
                    [
                        "type": "end", "outcome": "failed", "message": "Not {$item.Name}.",
                        "when": ["equals": ["$item.JobType", "Never"]],
                    ]
                ]
            )
            WorkflowStep("start", from: "$steps.entity").follow("Start", type: LinkType.none)
            WorkflowOutput("name", "$steps.entity.item.Name")
        }
    }

    /// Everything but the places is the same: a dump of both, places blotted out.
    @Test func theSameAsItsFile() throws {
        let written = try WorkflowFile(yaml: Self.yaml, file: "start.yaml", profile: .enterpriseManager)
        let file = try #require(written.workflows.first)
        let drafted = try Self.draft().workflow(profile: .enterpriseManager)
        func shape(_ workflow: Workflow) -> String {
            var text = ""
            dump(workflow, to: &text)
            let lines = text.split(separator: "\n").map(String.init)
            let places = ["position", "file:", "line:", "column:"]
            return lines.filter { line in !places.contains { line.contains($0) } }.joined(separator: "\n")
        }
        #expect(shape(drafted) == shape(file))
        #expect(shape(drafted).contains("JobReferenceList"))
        #expect(Fingerprint.of(drafted) == Fingerprint.of(file))
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func itRuns(_ format: DocumentFormat) async throws {
        let laboratory = try Laboratory(accept: format) {
            $0.opaqueURLs = true
            $0.shuffleLinks = true
        }
        let workflow = try Self.draft().workflow(profile: .enterpriseManager)
        let result = try await HypermediaClient.withSession(laboratory.client) { _ in
            try await laboratory.runner().run(workflow, inputs: ["job": "Nightly"])
        }
        #expect(result.outcome == .changed)
        #expect(result.outputs["name"] == .string("Nightly"))
        #expect(laboratory.recorder.writes.count == 1)
    }

    @Test func mistakesNameTheLineInSwift() {
        let line = #line + 2
        let draft = WorkflowDraft("wrong", "Wrong") {
            WorkflowStep("jobs").follow("Down", type: "JobReferenceList").with("selcet", [:])
        }
        let error = #expect(throws: WorkflowError.self) { try draft.workflow(profile: .enterpriseManager) }
        #expect(error?.position?.line == line)
        #expect(error?.position?.file == #fileID)
        #expect(error?.message.contains("selcet") == true)
    }

    @Test func theRulesOfFilesHold() {
        let unread = WorkflowDraft("start", "Start a job") {
            WorkflowStep("jobs").follow("Down", type: "JobReferenceList").select(where: ["Name": "Nightly"])
            WorkflowStep("entity", from: "$steps.jobs").follow("Alternate", type: "Job")
            WorkflowStep("start", from: "$steps.entity").follow("Start", type: LinkType.none)
        }
        let error = #expect(throws: WorkflowError.self) { try unread.workflow(profile: .enterpriseManager) }
        #expect(error?.message.contains("nothing reads back") == true)
        let address = WorkflowDraft("go", "Go") {
            WorkflowStep("jobs").follow("Down", type: "https://em.example.test/api/jobs")
        }
        #expect(throws: WorkflowError.self) { try address.workflow(profile: .enterpriseManager) }
    }

    @Test func partsMayDependOnWhatIsKnownWhenItIsWritten() throws {
        for lists in [["JobReferenceList"], ["JobReferenceList", "RepositoryReferenceList"]] {
            let workflow = try WorkflowDraft("count", "Count") {
                for (index, list) in lists.enumerated() {
                    WorkflowStep("list\(index)").follow("Down", type: LinkType(list))
                }
                if lists.count > 1 { WorkflowOutput("second", "$steps.list1.items.Name") }
            }.workflow(profile: .enterpriseManager)
            #expect(workflow.steps.count == lists.count)
            #expect(workflow.outputs.count == lists.count - 1)
        }
    }
}
