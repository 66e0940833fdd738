// SPDX-License-Identifier: Apache-2.0

#if Network
import ArgumentParser
import Foundation
import Testing

@testable import emwalk

/// What is said when a shell begins holds in it, and nothing that is said in it is silently dropped.
@Suite struct ShellOptionsTests {
    /// How long it took until the limit was seen to be over is up to the machine.
    private static var limit: Regex<Substring> { #/after [0-9]+ s, the limit task-timeout/# }

    @Test func tasksEndInTimeInAShell() async throws {
        try await SimulatorProcess.with(["--fault", "task-never-ends#*"]) { simulator in
            let start = "do JobReferenceList/Nightly/Start --yes"
            let said = try await simulator.emwalk(["shell", "--task-timeout", "0.2"], input: start + "\n")
            #expect(said.status == 9, "\(said.stderr)")
            #expect(said.stderr.contains(Self.limit), "\(said.stderr)")
            let line = try await simulator.emwalk(
                ["shell", "--task-timeout", "1000"],
                input: start + " --task-timeout 1\n"
            )
            #expect(line.status == 9, "\(line.stderr)")
            #expect(line.stderr.contains(Self.limit), "\(line.stderr)")
            let run = try await simulator.emwalk(
                ["shell", "--task-timeout", "0.2"],
                input: "start-job \"SQL Servers\" --yes\n"
            )
            #expect(run.status == 9, "\(run.stderr)")
        }
    }

    @Test func theSchemaAndTheFormatHoldInAShell() async throws {
        try await Folder.with { folder in
            let schema = try folder.write(
                "own.xsd",
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.veeam.com/ent/v1.0" \
                targetNamespace="http://www.veeam.com/ent/v1.0"><xs:element name="JobCloneSpec"><xs:complexType>\
                <xs:sequence><xs:element name="OnlyHere" type="xs:string"/></xs:sequence></xs:complexType></xs:element>\
                </xs:schema>
                """
            )
            let lines = "schema JobCloneSpec\nform JobReferenceList/Nightly/Clone\n"
            let own = try await Emwalk.run("shell", "--simulator", "--schema", schema, input: lines)
            #expect(own.status == 0, "\(own.stderr)")
            #expect(own.stdout.split(separator: "\n").count { $0.contains("<OnlyHere>") } == 2)
            let json = try await Emwalk.run("shell", "--simulator", "--accept", "json", input: "form JobCloneSpec\n")
            #expect(json.stdout.contains("\n  {\n"), "\(json.stderr)")
            #expect(!json.stdout.contains("<JobCloneSpec"))
        }
    }

    /// Every option of a connection is either taken from a line or refused in it.
    @Test func noOptionOfALineIsDropped() {
        let help = ConnectionOptions.helpMessage()
        let names = help.matches(of: /(?:^|[ ,])(--[a-z][a-z-]*|-v)\b/.anchorsMatchLineEndings()).map { String($0.1) }
        let listed = help.split(separator: "\n").filter { $0.hasPrefix("  -") }.count
        #expect(listed > 25)
        let said = Set(names).subtracting(["--help", "--task-timeout", "--where"])
        #expect(said.count > 25)
        for name in said {
            #expect(ShellVerb.logonOption(in: ["ls", "JobList", name]) == name, "\(name)")
        }
        #expect(ShellVerb.logonOption(in: ["ls", "--accept=json"]) == "--accept")
        #expect(ShellVerb.logonOption(in: ["ls", "-vvv"]) == "-v")
        #expect(ShellVerb.logonOption(in: ["form", "Clone", "--schema", "x"]) == nil)
        #expect(ShellVerb.logonOption(in: ["form", "Clone", "--strict"]) == "--strict")
        #expect(ShellVerb.logonOption(in: ["do", "Start", "--task-timeout", "5"]) == nil)
        #expect(ShellVerb.logonOption(in: ["run", "x", "--", "--em"]) == nil)
    }

    @Test(arguments: ["ls --strict", "do Start --timeout 5", "ls --tenant x", "show -vv", "form Clone --validate"])
    func whatIsDecidedIsSaid(_ line: String) async throws {
        let run = try await Emwalk.run("shell", "--simulator", input: line + "\n")
        #expect(run.status == 2)
        #expect(run.stderr.contains("decided when a shell begins"), "\(run.stderr)")
    }
}
#endif
