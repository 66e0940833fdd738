// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Testing
import Workflows

/// What deserves a second look, and that all of it is told at once.
@Suite struct LintTests {
    private static let fine = """
        emflow: "1.0"
        info: {title: Trial}
        workflows:
          - workflowId: make
            summary: Make
            inputs: {type: object, required: [name], properties: {name: {type: string}}}
            danger: {level: none, text: It adds a record that nothing uses.}
            steps:
              - stepId: server
                from: $session
                follow: {rel: Down, type: BackupServerReferenceList}
                select: {item: Ref, where: {Name: $inputs.name}}
                onSuccess: [{type: end, outcome: unchanged, when: {given: name}}]
              - {stepId: entity, from: $steps.server, follow: {rel: Alternate, type: BackupServer}}
              - {stepId: make, from: $steps.entity, follow: {rel: Create, type: Credentials}, body: {Username: x}}
            verify: {from: $steps.entity, follow: {rel: Down, type: CredentialsList}, exists: {where: {Username: x}}}
            compensate: {workflowId: unmake, inputs: {name: $inputs.name}}
          - workflowId: unmake
            summary: Unmake
            inputs: {type: object, required: [name], properties: {name: {type: string}}}
            steps:
              - {stepId: server, from: $session, follow: {rel: Down, type: BackupServerReferenceList}}
        """

    private func findings(_ yaml: String) -> [WorkflowError] {
        WorkflowFile.findings(in: yaml, file: "trial.yaml", profile: .enterpriseManager)
    }

    @Test func nothingIsSaidOfAFileThatIsFine() { #expect(findings(Self.fine).map(\.message) == []) }

    @Test(
        arguments: [
            (", when: {given: name}}", "}", 14, 9, "the step ‘entity’ is never reached"),
            ("[{type: end, outcome", "[{type: end, outcome: read}, {type: end, outcome", 13, 49, "never taken"),
            ("    danger: {level: none, text: It adds a record that nothing uses.}\n", "", 4, 5, "nobody said what"),
            ("{rel: Create, type: Credentials}", "{rel: Create}", 15, 53, "Create without a type fits several links"),
            ("workflowId: unmake, inputs", "workflowId: unmade, inputs", 17, 17, "there is no workflow ‘unmade’"),
            ("inputs: {name: $inputs.name}}", "inputs: {nam: $inputs.name}}", 17, 17, "it takes no input ‘nam’"),
            ("inputs: {name: $inputs.name}}", "inputs: {}}", 17, 17, "it needs ‘name’"),
        ])
    func adviceIsGiven(_ old: String, _ new: String, _ line: Int, _ column: Int, _ says: String) throws {
        let yaml = Self.fine.replacing(old, with: new, maxReplacements: 1)
        #expect(yaml != Self.fine)
        let findings = findings(yaml).filter { $0.message.contains(says) }
        let finding = try #require(findings.first, "\(self.findings(yaml).map(\.message))")
        #expect(finding.code == .workflowAdvice)
        #expect(finding.position == SourcePosition(file: "trial.yaml", line: line, column: column))
        // What is only advice does not keep the file from being used.
        #expect(try WorkflowFile(yaml: yaml, file: "trial.yaml", profile: .enterpriseManager).workflows.count == 2)
    }

    @Test func everythingIsToldAtOnceAndInOrder() {
        let yaml = Self.fine.replacing("from: $session", with: "form: $session")
            .replacing("{rel: Alternate, type: BackupServer}", with: "{rel: Alternate, typ: BackupServer}")
            .replacing("summary: Unmake", with: "summary: see https://em.example/x")
        let findings = findings(yaml)
        #expect(findings.map { $0.position?.line } == [10, 14, 19, 22], "\(findings.map(\.message))")
        #expect(findings.allSatisfy { $0.code == .badWorkflowFile })
    }

    @Test(arguments: ExampleFile.shipped) func theCatalogueNeedsNone(_ file: ExampleFile) throws {
        let known = try WorkflowCatalog.enterpriseManager().workflows
        let findings = WorkflowFile.findings(
            in: file.text,
            file: file.name,
            profile: .enterpriseManager,
            known: known
        )
        #expect(findings.isEmpty, "\(findings.map(\.message).joined(separator: "\n"))")
    }
}
