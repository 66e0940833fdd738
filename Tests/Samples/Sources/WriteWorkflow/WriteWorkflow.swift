// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Workflows

/// Writes a workflow in Swift and runs it beside the same one from a file.
@main
enum WriteWorkflow {
    static let yaml = """
        emflow: "1.0"
        info: {title: Find a job}
        workflows:
          - workflowId: find-job
            summary: Find a job by its name
            inputs:
              type: object
              required: [job]
              properties:
                job: {type: string, description: name of the job}
            steps:
              - stepId: jobs
                from: $session
                follow: {rel: Down, type: JobReferenceList}
              - stepId: job
                from: $steps.jobs
                select: {item: Ref, where: {Name: $inputs.job}}
              - stepId: entity
                from: $steps.job
                follow: {rel: Alternate, type: Job}
            outputs:
              type: $steps.entity.item.JobType
        """

    static func draft() throws -> Workflow {
        try WorkflowDraft("find-job", "Find a job by its name") {
            WorkflowInput("job", "name of the job")
            WorkflowStep("jobs").follow("Down", type: "JobReferenceList")
            WorkflowStep("job", from: "$steps.jobs").select(item: "Ref", where: ["Name": "$inputs.job"])
            WorkflowStep("entity", from: "$steps.job").follow("Alternate", type: "Job")
            WorkflowOutput("type", "$steps.entity.item.JobType")
        }.workflow(profile: .enterpriseManager)
    }

    static func main() async throws {
        let configuration = SimulatorConfiguration()
        let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: simulator,
            credentials: Credentials(user: configuration.user, password: configuration.password)
        )
        let file = try WorkflowFile(yaml: yaml, file: "find-job.yaml", profile: .enterpriseManager)
        try await HypermediaClient.withSession(client) { _ in
            for workflow in try [draft()] + file.workflows {
                let result = try await WorkflowRunner(client: client).run(workflow, inputs: ["job": "Nightly"])
                print(workflow.position, result.outputs.text(pretty: false))
            }
        }
    }
}
