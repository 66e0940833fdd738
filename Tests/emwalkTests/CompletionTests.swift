// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

#if canImport(System)
import System
#else
import SystemPackage
#endif

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

    #if os(Linux)
    /// How each shell is begun without anything of whoever tests, and how it gets the script.
    static let shells: [(shell: String, begin: String, load: String)] = [
        (
            "bash", "bash --norc --noprofile -i",
            "source <(emwalk --generate-completion-script bash)"
        ),
        (
            "zsh", "zsh -f",
            "autoload -Uz compinit; compinit -u -D; source <(emwalk --generate-completion-script zsh)"
        ),
        ("fish", "fish --no-config", "emwalk --generate-completion-script fish | source"),
    ].filter { shell in
        ["/bin", "/usr/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(shell.0)") }
    }

    /// What is typed before tab is pressed, and what is there then; line by line.
    static let lines = [
        [("emwalk ls --simulator Down:JobR", "emwalk ls --simulator Down:JobReferenceList")],
        [("emwalk run clone-jo", "emwalk run clone-job")],
        // The value follows at once.
        [("emwalk run start-job jo", "emwalk run start-job job="), ("Nightl", "emwalk run start-job job=Nightly")],
    ]

    /// Whoever presses tab gets what was seen last, workflows, inputs and their values, in each shell that is here.
    @Test(.enabled(if: TmuxSession.isAvailable, "tmux is needed to look at a terminal"), arguments: shells)
    func tabCompletes(_ shell: String, _ begin: String, _ load: String) async throws {
        try await Folder.with { folder in
            let state = ["XDG_STATE_HOME": folder.path("state")]
            for path in ["", "Down:JobReferenceList"] {
                let look = try await Emwalk.run("ls", "--simulator", path, environment: state)
                #expect(look.status == 0)
            }
            let environment = state.merging([
                "PATH": "\(Emwalk.executable.removingLastComponent()):/usr/bin:/bin", "PS1": "> ",
                "HOME": folder.path("."),
            ]) { $1 }
            try await TmuxSession.with(line: begin, environment: environment) { terminal in
                for (index, line) in Self.lines.enumerated() {
                    try await terminal.keys(index == 0 ? load : "", "C-m", "echo ready-\(index)", "C-m")
                    try await terminal.wait(for: "\nready-\(index)")
                    for (typed, whole) in line {
                        try await terminal.keys(typed, "Tab")
                        try await terminal.wait(for: whole)
                    }
                    try await terminal.keys("C-u")
                }
            }
        }
    }
    #endif
}
#endif
