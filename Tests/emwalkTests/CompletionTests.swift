// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct CompletionTests {
    @Test(arguments: ["bash", "zsh", "fish"]) func scriptsAskForElementNames(_ shell: String) async throws {
        let run = try await Emwalk.run("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        #expect(run.stdout.contains("---completion"))
        #expect(run.stdout.contains("form") && run.stdout.contains("validate"))
    }

    /// What the scripts run when a person presses tab behind these.
    @Test(arguments: [
        ["form", "--", "positional@0"], ["schema", "--", "positional@0"], ["validate", "--", "--root"],
    ])
    func elementNamesAreOffered(_ place: [String]) async throws {
        let run = try await Emwalk.run(
            list: ["---completion"] + place + ["2", "2", "emwalk", place[0], "Jo"],
            environment: ["SAP_SHELL": "bash", "SAP_SHELL_VERSION": "5"]
        )
        #expect(run.status == 0)
        let names = run.stdout.split(separator: "\n")
        #expect(names.contains("JobCloneSpec") && names.contains("BackupServerSpec"))
    }
}
#endif
