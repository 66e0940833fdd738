// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct LookTests {
    @Test func fieldsAndConditionsChoose() async throws {
        let run = try await Emwalk.run(
            "show",
            "Down:RepositoryList",
            "--where",
            "FreeSpace<2TB",
            "--where",
            "Kind!=Extendable",
            "--fields",
            "name,FreeSpace",
            "-o",
            "csv",
            "--simulator"
        )
        #expect(run.status == 0)
        #expect(run.stdout == "name,FreeSpace\r\nDefault Backup Repository,335007449088\r\n")
        #expect(run.stderr.isEmpty)
    }

    @Test(arguments: ["json", "yaml", "ndjson", "csv", "xml", "table"]) func everyFormatIsWritten(_ format: String)
        async throws
    {
        for command in ["ls", "show", "get"] {
            let run = try await Emwalk.run(command, "Down:JobList", "-o", format, "--simulator")
            #expect(run.status == 0, "\(command)")
            #expect(run.stdout.contains("Nightly"), "\(command)")
        }
    }

    @Test func aMistypedPropertyIsToldRatherThanAnEmptyAnswer() async throws {
        let run = try await Emwalk.run("show", "Down:RepositoryList", "--where", "FreeSpac<1", "--simulator")
        #expect(run.status == 0)
        #expect(run.stderr.contains("Did you mean ‘FreeSpace’?"))
        let references = try await Emwalk.run("ls", "Down:JobReferenceList", "--fields", "JobType", "--simulator")
        #expect(references.stderr.contains("JobList instead of JobReferenceList"))
    }

    @Test func pagesAreFollowedAsFarAsIsAsked() async throws {
        try await SimulatorProcess.with(["--jobs", "60"]) { simulator in
            func names(_ options: String...) async throws -> (count: Int, stderr: String, requests: Int) {
                let path = "Down:QueryService/Down:JobList"
                let run = try await simulator.emwalk(["show", path, "-o", "csv", "--fields", "Name", "-v"] + options)
                #expect(run.status == 0)
                let lines = run.stdout.split(separator: "\r\n").dropFirst()
                #expect(Set(lines).count == lines.count)
                return (lines.count, run.stderr, run.stderr.split(separator: "\n").count { $0.contains(" Next ") })
            }
            let all = try await names("--all")
            #expect(all.count == 66 && all.requests == 4)
            let standard = try await names()
            #expect(standard.count == 66 && !standard.stderr.contains("--all"))
            let some = try await names("--max", "20")
            #expect(some.count == 20 && some.requests == 1)
            #expect(some.stderr.contains("20 of about 75 items are shown; --all reads the rest."))
        }
    }

    @Test func asXMLItIsTheDocumentWithoutSecrets() async throws {
        for command in ["get", "show", "ls"] {
            let run = try await Emwalk.run(command, "Down:QueryService", "-o", "xml", "--simulator")
            #expect(run.status == 0)
            #expect(run.stdout.hasPrefix("<?xml"))
            // The link up leads to the session.
            #expect(run.stdout.contains("/logonSessions/00000000-0000-4000-8000-"))
        }
        let json = try await Emwalk.run("show", "", "-o", "xml", "--accept", "json", "--simulator")
        #expect(json.status == 2)
    }

    @Test(arguments: [
        ["--where", "Name"], ["--fields", "a,,b"], ["-o", "xml", "--fields", "a"], ["--max", "0"], ["-o", "toml"],
        ["--json", "-o", "csv"],
    ])
    func wrongUsageEndsBeforeAnythingIsSent(_ options: [String]) async throws {
        let run = try await Emwalk.run(list: ["show", "--em", "https://127.0.0.1:1/api/", "--user", "u"] + options)
        #expect(run.status == 2)
    }

    @Test func whatWasSeenIsOfferedForCompletion() async throws {
        try await Folder.with { folder in
            let environment = ["XDG_STATE_HOME": folder.path("state"), "SAP_SHELL": "fish", "SAP_SHELL_VERSION": "3"]
            for path in ["", "Down:JobReferenceList"] {
                #expect(try await Emwalk.run("ls", path, "--simulator", environment: environment).status == 0)
            }
            let file = folder.path("state/emwalk/looks.json")
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(!text.contains("http") && !text.contains("logonSessions"))
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            func offered(_ typed: String) async throws -> [Substring] {
                let place = ["---completion", "ls", "--", "positional@0", "2", "\(typed.count)", "emwalk", "ls", typed]
                return try await Emwalk.run(list: place, environment: environment).stdout.split(separator: "\n")
            }
            #expect(try await offered("Down:JobRef") == ["Down:JobReferenceList"])
            #expect(try await offered("down:jobreferencelist/@sq") == ["Down:JobReferenceList/@SQL Servers"])
            #expect(try await offered("Up:Nothing").isEmpty)
        }
    }

    @Test func theManualTellsOfEveryCommand() async throws {
        let page = try await Emwalk.run("--generate-manual")
        #expect(page.status == 0)
        #expect(page.stdout.hasPrefix(".TH EMWALK 1"))
        for command in ["ls", "doctor", "contract check", "run"] {
            #expect(page.stdout.contains("\n.SS emwalk \(command)\n"), "\(command)")
        }
        // A line that begins with a quote would be a request to the formatter.
        #expect(!page.stdout.split(separator: "\n").contains { $0.hasPrefix("'") })
    }
}
#endif
