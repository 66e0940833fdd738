// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct UsageTests {
    @Test func helpIsDataAndTellsTheExitStatuses() async throws {
        let run = try await Emwalk.run("help")
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        for verb in [
            "demo", "simulate", "parse", "links", "validate", "ls", "show", "get", "do", "workflows", "plan", "run",
        ] {
            #expect(run.stdout.contains("  \(verb) "), "\(verb) is missing in help")
        }
        #expect(run.stdout.contains("10 outcome unknown"))
    }

    @Test(arguments: [["ls"], ["run", "list-jobs"], ["get", "Up"]]) func withoutAnEMBothWaysAreShown(
        _ arguments: [String]
    ) async throws {
        let run = try await Emwalk.run(arguments[0], arguments.count > 1 ? arguments[1] : "--json")
        #expect(run.status == 2)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("--em") && run.stderr.contains("--simulator"))
    }

    @Test func wrongArgumentsEndWith2AlsoInJSON() async throws {
        #expect(try await Emwalk.run("ls", "--bogus").status == 2)
        let run = try await Emwalk.run("ls", "--bogus", "--json")
        #expect(run.status == 2)
        #expect(run.error["code"] as? String == "usage")
    }

    @Test func aPasswordIsNoArgument() async throws {
        let run = try await Emwalk.run("ls", "--em", "https://127.0.0.1:1/api/", "--user", "u", "--password", "p")
        #expect(run.status == 2)
    }

    @Test func plainHTTPToAnotherMachineIsRefusedBeforeAnythingIsSent() async throws {
        let run = try await Emwalk.run(
            "ls",
            "--em",
            "http://em.example.test:9399/api/",
            "--user",
            "u",
            "--json",
            environment: ["EMWALK_PASSWORD": "p"]
        )
        #expect(run.status == 2)
        #expect(run.error["code"] as? String == "plaintext-refused")
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreGenerated(_ shell: String) async throws {
        let run = try await Emwalk.run("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.stdout.contains("link-repository") || run.stdout.contains("workflows"))
    }

    @Test(arguments: [
        "demo", "parse", "links", "validate", "ls", "show", "get", "do", "workflows", "plan", "run", "lint",
    ])
    func everyCommandDescribesItsJSON(_ command: String) async throws {
        let run = try await Emwalk.run(command, "--describe-json")
        #expect(run.status == 0)
        #expect(run.object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
}
#endif
