// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Testing
import Workflows

@testable import emwalk

@Suite struct ProseTests {
    private static let text = "The file is put back to the state of the restore point; what is there now is replaced."

    @Test func linesEndBetweenWords() {
        #expect(
            Prose.lines(Self.text, width: 50, indent: 3, lead: "a: ") == [
                "a: The file is put back to the state of the", "   restore point; what is there now is replaced.",
            ]
        )
        #expect(Prose.lines("日本語 日本語日本語日本語 日本語日本語日本語日本語", width: 40) == ["日本語 日本語日本語日本語", "日本語日本語日本語日本語"])
        #expect(Prose.lines("", width: 40).isEmpty)
    }

    @Test func nothingIsBrokenWhereNobodyLooks() {
        #expect(Prose.lines("a  b", width: nil, indent: 2) == ["  a  b"])
    }

    /// Every shipped workflow fits into a terminal of 80 columns, but for single words and what is copied.
    @Test func workflowsFit() throws {
        var console = Console(arguments: ["--color=never"])
        console.width = 80
        let workflows = try WorkflowSource(file: nil).workflows
        var wide: [String] = []
        for workflow in workflows {
            let lines = WorkflowText(console: console).explain(workflow).split(separator: "\n").dropLast().dropFirst()
            wide += lines.filter { line in
                DisplayWidth.of(String(line)) > 80 && line.drop { $0 == " " }.contains(" ")
            }.map(String.init)
        }
        #expect(wide.isEmpty, "\(wide)")
        console.width = nil
        let explained = try #require(workflows.first { $0.id == "restore-file" })
        #expect(WorkflowText(console: console).explain(explained).contains(try #require(explained.description)))
    }
}
#endif
