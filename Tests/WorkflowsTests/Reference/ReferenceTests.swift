// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Foundation
import Hypermedia
import HypermediaClient
import Synchronization
import Testing

@testable import Workflows

/// The reference of the format is what the schema says, and every key of it has an example that runs.
@Suite struct ReferenceTests {
    private static let page = ExampleFile.package
        .appending(path: "Sources/EnterpriseManager/EnterpriseManager.docc/WorkflowKeywords.md")

    private func reference() throws -> FormatReference {
        let file = ExampleFile.package.appending(path: "Schemas/workflow.schema.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        return FormatReference(schema: try SourceNode.parse(text, file: "schema"), examples: ExampleFile.all)
    }

    @Test func everyKeyHasAnExample() throws {
        let reference = try reference()
        let used = try ExampleFile.all.reduce(into: Set<FormatReference.Key>()) {
            $0.formUnion(try reference.keys(of: $1))
        }
        let missing = reference.keys.filter { !used.contains($0) }.map { "\($0.part).\($0.name)" }
        #expect(missing.isEmpty, "\(missing)")
        #expect(reference.keys.count > 90)
    }

    /// EMWALK_WRITE=1 writes the page anew.
    @Test func thePageIsWhatTheSchemaSays() throws {
        let page = try reference().page()
        if ProcessInfo.processInfo.environment["EMWALK_WRITE"] != nil {
            try page.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(written == page, "Run this test with EMWALK_WRITE=1.")
    }

    @Test(arguments: ExampleFile.all) func examplesAreFine(_ example: ExampleFile) throws {
        let findings = WorkflowFile.findings(in: example.text, file: example.name, profile: .enterpriseManager)
        #expect(findings.isEmpty, "\(findings.map(\.message))")
    }

    @Test(arguments: ExampleFile.all, DocumentFormat.allCases)
    func examplesRun(_ example: ExampleFile, _ accept: DocumentFormat) async throws {
        let file = try WorkflowFile(yaml: example.text, file: example.name, profile: .enterpriseManager)
        let trials = try example.trials()
        #expect(trials.map(\.workflow) == file.workflows.map(\.id))
        for trial in trials {
            let workflow = try #require(file.workflows.first { $0.id == trial.workflow })
            let laboratory = try Laboratory(accept: accept, schema: try .enterpriseManager())
            let saved = Mutex<[String]>([])
            let result = try await HypermediaClient.withSession(laboratory.client) { _ in
                try await WorkflowRunner(
                    client: laboratory.client,
                    saving: { path, _ in saved.withLock { $0.append(path) } }
                )
                .run(workflow, inputs: trial.inputs)
            }
            #expect(result.outcome == trial.outcome, "\(trial.workflow): \(result.message)")
            #expect(result.leftovers.isEmpty, "\(trial.workflow): \(result.message)")
            // A query that was changed as the profile allows was not handed out as it is.
            let madeUp = laboratory.transport.log.madeUp.filter { !$0.path.contains("/query") }
            #expect(madeUp.isEmpty, "\(madeUp)")
            #expect(saved.withLock { $0 } == trial.inputs["to"].map { [$0] } ?? [])
        }
    }
}
