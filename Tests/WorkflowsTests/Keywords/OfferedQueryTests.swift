// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Whether a link is there that takes a query: where links do not show theirs, the workflow goes another way.
@Suite struct OfferedQueryTests {
    private static func yaml(_ query: String) -> String {
        """
        emflow: "1.0"
        info: {title: Trial}
        workflows:
          - workflowId: trial
            summary: Try
            steps:
              - {stepId: queries, from: $session, follow: {rel: Down, type: QueryService}}
              - stepId: asked
                when: {offered: {from: $steps.queries, rel: Down, type: JobList, query: \(query)}}
                onSuccess: [{type: end, outcome: read, message: It takes it.}]
              - {stepId: not, onSuccess: [{type: end, outcome: read, message: It does not.}]}
        """
    }

    @Test(arguments: [
        ("{filter: Name==Nightly}", false, "It takes it."),
        ("{filter: Name==Nightly, pageSize: 5}", false, "It takes it."),
        ("{}", false, "It takes it."), ("{type: Backup}", false, "It does not."),
        ("{filter: Name==Nightly}", true, "It takes it."), ("{pageSize: 5}", true, "It does not."),
        ("{}", true, "It takes it."),
    ]) func aQueryIsTakenWhereItCanBeRead(_ query: String, _ isOpaque: Bool, _ message: String) async throws {
        for accept in DocumentFormat.allCases {
            let laboratory = try Laboratory(accept: accept) { $0.opaqueURLs = isOpaque }
            let file = try WorkflowFile(yaml: Self.yaml(query), file: "trial.yaml", profile: .enterpriseManager)
            let result = try await HypermediaClient.withSession(laboratory.client) { _ in
                try await laboratory.runner().run(file.workflows[0], inputs: [:])
            }
            #expect(result.message == message, "\(query) \(isOpaque)")
        }
    }
}
