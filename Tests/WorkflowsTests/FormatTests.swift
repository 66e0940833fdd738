// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Testing
import Workflows

/// Workflow files that cannot be used, and where the error points.
@Suite struct FormatTests {
    struct Case: Sendable, CustomStringConvertible {
        let why: String
        let yaml: String
        let line: Int
        let column: Int
        let says: String
        var description: String { why }

        /// A mistake in a file that is fine otherwise: the first occurrence of a text is replaced.
        init(_ why: String, _ old: String, _ new: String, at line: Int, _ column: Int, says: String) {
            self.why = why
            yaml = FormatTests.fine.replacing(old, with: new, maxReplacements: 1)
            self.line = line
            self.column = column
            self.says = says
        }
    }

    static let fine = """
        emflow: "1.0"
        info: {title: Trial}
        workflows:
          - workflowId: trial
            summary: Try
            inputs:
              type: object
              required: [job]
              properties:
                job: {type: string, maxLength: 9}
                note: {type: string, default: about $inputs.job}
            danger: {level: caution, text: Beware}
            steps:
              - stepId: list
                from: $session
                follow: {rel: Down, type: JobReferenceList}
                select: {item: Ref, where: {Name: $inputs.job}}
                outputs: {uid: $item.UID}
              - stepId: act
                from: $steps.list
                follow: {rel: Start}
                body: {Uid: $steps.list.outputs.uid}
                onFailure: [{type: retry, when: {status: 503}, retryLimit: 2}]
            verify:
              from: $session
              follow: {rel: Down, type: JobReferenceList}
              exists: {item: Ref, where: {Name: $inputs.job}}
            outputs: {uid: $verify.item.UID}
        """

    static let mistakes: [Case] = [
        Case("no YAML", "{title: Trial}", "{title: Trial", at: 3, 10, says: "no YAML"),
        Case("a tab", "    summary", "\tsummary", at: 5, 1, says: "no YAML"),
        Case("a key twice", "info: {title: Trial}", "emflow: \"1.0\"", at: 1, 1, says: "more than once"),
        Case("another version", "\"1.0\"", "\"9\"", at: 1, 9, says: "reads version 1.0"),
        Case("an unknown key", "summary:", "sumary:", at: 5, 5, says: "Did you mean ‘summary’?"),
        Case("an unknown key inside", "maxLength", "maxlen", at: 10, 29, says: "no key ‘maxlen’"),
        Case("a missing key", "    summary: Try\n", "", at: 4, 5, says: "needs ‘summary’"),
        Case("an unknown level", "level: caution", "level: cautoin", at: 12, 21, says: "Did you mean ‘caution’?"),
        Case("no number", "maxLength: 9", "maxLength: nine", at: 10, 40, says: "whole number"),
        Case("a required input that is not there", "required: [job]", "required: [jbo]", at: 8, 18, says: "‘job’?"),
        Case(
            "an unknown expression",
            "{uid: $item.UID}",
            "{uid: $itme.UID}",
            at: 18,
            24,
            says: "Did you mean ‘$item’?"
        ),
        Case("a brace left open", "about $inputs.job", "'about {$inputs.job'", at: 11, 39, says: "not closed"),
        Case(
            "an unknown input",
            "where: {Name: $inputs.job}",
            "where: {Name: $inputs.jbo}",
            at: 17,
            43,
            says: "no input ‘jbo’"
        ),
        Case("an unknown step", "$steps.list\n", "$steps.lst\n", at: 19, 9, says: "Did you mean ‘list’?"),
        Case(
            "an unknown output",
            "{Uid: $steps.list.outputs.uid}",
            "{Uid: $steps.list.outputs.uidd}",
            at: 22,
            21,
            says: "no output ‘uidd’"
        ),
        Case(
            "a step used before it was taken",
            "from: $session",
            "from: $steps.act",
            at: 14,
            9,
            says: "before the step ‘act’"
        ),
        Case("a step twice", "stepId: act", "stepId: list", at: 19, 9, says: "occurs twice"),
        Case(
            "a step that does nothing",
            "        follow: {rel: Start}\n        body: {Uid: $steps.list.outputs.uid}\n        onFailure: [{type: retry, when: {status: 503}, retryLimit: 2}]\n",
            "",
            at: 19,
            9,
            says: "does nothing"
        ),
        Case("a bad origin", "from: $steps.list", "from: $inputs.job", at: 20, 15, says: "‘from’ must be"),
        Case(
            "a write that nothing reads back",
            "    verify:\n      from: $session\n      follow: {rel: Down, type: JobReferenceList}\n      exists: {item: Ref, where: {Name: $inputs.job}}\n    outputs: {uid: $verify.item.UID}",
            "",
            at: 19,
            9,
            says: "nothing reads back"
        ),
        Case(
            "a verify without expectation",
            "      exists: {item: Ref, where: {Name: $inputs.job}}\n",
            "",
            at: 25,
            7,
            says: "needs one of ‘exists’"
        ),
        Case("a URL", "summary: Try", "summary: see https://em.example/x", at: 5, 14, says: "looks like an address"),
        Case("a path", "rel: Start", "rel: /jobs/7/x", at: 21, 23, says: "looks like an address"),
        Case(
            "a goto without a limit",
            "{type: retry, when: {status: 503}, retryLimit: 2}",
            "{type: goto, stepId: list}",
            at: 23,
            21,
            says: "needs a ‘limit’"
        ),
        Case(
            "a goto to nowhere",
            "{type: retry, when: {status: 503}, retryLimit: 2}",
            "{type: goto, stepId: lits, limit: 2}",
            at: 23,
            21,
            says: "Did you mean ‘list’?"
        ),
        Case(
            "two conditions in one",
            "when: {status: 503}",
            "when: {status: 503, given: job}",
            at: 23,
            41,
            says: "one key"
        ),
        Case(
            "notIn where an item is selected",
            "where: {Name: $inputs.job}",
            "where: {Name: {notIn: $inputs.job}}",
            at: 17,
            17,
            says: "notIn"
        ),
        Case(
            "an item out of place",
            "{Uid: $steps.list.outputs.uid}",
            "{Uid: $item.UID}",
            at: 22,
            21,
            says: "no item at hand"
        ),
    ]

    @Test func theFileWithoutAMistakeIsFine() throws {
        let file = try WorkflowFile(yaml: Self.fine, file: "trial.yaml", profile: .enterpriseManager)
        let workflow = try #require(file.workflows.first)
        #expect(workflow.inputs.map(\.name) == ["job", "note"])
        #expect(workflow.steps.map(\.id) == ["list", "act"])
        #expect(workflow.steps[1].position == SourcePosition(file: "trial.yaml", line: 19, column: 9))
    }

    @Test(arguments: mistakes) func pointsAtTheMistake(_ test: Case) throws {
        let error = #expect(throws: WorkflowError.self) {
            try WorkflowFile(yaml: test.yaml, file: "trial.yaml", profile: .enterpriseManager)
        }
        #expect(error?.code == .badWorkflowFile)
        #expect(
            error?.position == SourcePosition(file: "trial.yaml", line: test.line, column: test.column),
            "\(error?.description ?? "")"
        )
        #expect(error?.description.contains(test.says) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: ["", "   \n", "[]", "x", "- 1", "\u{0}", "a: &a [*a]", "&a [*a]"])
    func somethingElseIsRefused(_ yaml: String) {
        #expect(throws: WorkflowError.self) {
            try WorkflowFile(yaml: yaml, file: "x", profile: .enterpriseManager)
        }
    }

    @Test func deepNestingIsRefused() {
        let yaml = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        #expect(throws: WorkflowError.self) { try WorkflowFile(yaml: yaml, file: "x", profile: .enterpriseManager) }
    }

    @Test func jsonIsYAML() throws {
        let json = """
            {"emflow": "1.0", "info": {"title": "T"}, "workflows": [{"workflowId": "w", "summary": "S", "steps":
            [{"stepId": "a", "from": "$session", "follow": {"rel": "Down", "type": "JobReferenceList"}}]}]}
            """
        #expect(try WorkflowFile(yaml: json, file: "w.json", profile: .enterpriseManager).workflows.count == 1)
    }

    @Test func extensionsAreLeftAlone() throws {
        let yaml = Self.fine.replacing("    summary: Try", with: "    x-owner: night shift\n    summary: Try")
        #expect(try WorkflowFile(yaml: yaml, file: "x", profile: .enterpriseManager).workflows[0].summary == "Try")
    }

    @Test func theCatalogueLoads() throws {
        let names = try WorkflowCatalog.enterpriseManager().names
        #expect(Set(names).count == names.count)
        let first = [
            "clone-job", "link-repository", "list-jobs", "list-linked-jobs", "list-linked-repositories",
            "list-repositories", "start-job", "unlink-repository",
        ]
        #expect(Set(first).subtracting(names) == [])
    }
}
