// SPDX-License-Identifier: Apache-2.0

#if Network
import ArgumentParser
import Foundation
import Hypermedia
import HypermediaClient
import Testing

@testable import emwalk

@Suite struct ProfileTests {
    private static let file = """
        # Where I work.
        lab:
          em: https://em.example:9398/api/
          user: LAB\\me
          password_command: [pass, show, em/lab]
          cacert: lab.pem
          accept: json
          api-version: v1_6
          host-map: {"https://inside:9398": "https://outside:9398"}
        far:
          em: https://far.example:9398/api/
          password-command: pass show far | head -1
          pin: sha256:00
          host-map: [a=b, c=d]
        """

    private static func read(_ text: String) throws -> ProfileFile {
        try ProfileFile(text, path: "/users/me/.config/emwalk/profiles.yaml", home: "/users/me")
    }

    @Test func aProfileHoldsWhatIsWritten() throws {
        let file = try Self.read(Self.file)
        let lab = try file.profile("lab")
        #expect(lab.em == "https://em.example:9398/api/")
        #expect(lab.user == "LAB\\me")
        #expect(lab.passwordCommand == .words(["pass", "show", "em/lab"]))
        #expect(lab.cacert == "/users/me/.config/emwalk/lab.pem")
        #expect(lab.accept == .json)
        #expect(lab.apiVersion == "v1_6")
        #expect(lab.hostMap == ["https://inside:9398=https://outside:9398"])
        let far = try file.profile("far")
        #expect(far.passwordCommand == .shell("pass show far | head -1"))
        #expect(far.hostMap == ["a=b", "c=d"])
        #expect(try Self.read("a: {cacert: ~/x.pem}").profile("a").cacert == "/users/me/x.pem")
    }

    @Test func anUnknownNameIsToldThoseThatExist() throws {
        let error = #expect(throws: CommandError.self) { try Self.read(Self.file).profile("lob") }
        #expect(error?.message.contains("‘lob’") == true)
        #expect(error?.hint == "Did you mean ‘lab’? There are: lab, far.")
        #expect(#expect(throws: CommandError.self) { try Self.read("").profile("lab") }?.hint == "The file holds none.")
    }

    @Test(arguments: [
        "a: {password: p}", "a: {Password: p}", "b: {em: x}\na: {token: p}", "a: {em: 'https://u:p@h/api/'}",
    ]) func aPasswordInTheFileIsRefused(_ text: String) {
        let error = #expect(throws: CommandError.self) { try Self.read(text).profile("b") }
        #expect(error?.message.contains("holds a password") == true)
        #expect(error?.hint?.contains("password_command") == true)
    }

    @Test(arguments: [
        ("a: {usr: me}", "Did you mean ‘user’?"), ("a: 5", "must be a mapping"), ("- a", "must map names"),
        ("a: {accept: html}", "neither xml nor json"), ("a: {password_command: []}", "neither a line nor a list"),
        ("a: {cacert: x, pin: y}", "both"), ("a: {user: x, tenant: y}", "both"), ("a: {organization: x}", "‘tenant’"),
        ("a: {user: [x]}", "no text"), ("a: {", "no YAML"),
    ]) func whatCannotBeMeantIsRefused(_ text: String, _ reason: String) {
        let error = #expect(throws: CommandError.self) { try Self.read(text) }
        let said = (error?.message ?? "") + " " + (error?.hint ?? "")
        #expect(said.contains(reason))
    }

    @Test func theFileStandsWhereTheBaseDirectorySpecificationSays() {
        #expect(ProfileFile.standardPath(["XDG_CONFIG_HOME": "/c", "HOME": "/h"]) == "/c/emwalk/profiles.yaml")
        #expect(ProfileFile.standardPath(["XDG_CONFIG_HOME": "", "HOME": "/h"]) == "/h/.config/emwalk/profiles.yaml")
        #expect(ProfileFile.standardPath(["XDG_CONFIG_HOME": "c", "HOME": "/h"]) == "/h/.config/emwalk/profiles.yaml")
    }

    @Test func optionsComeBeforeTheProfileAndItBeforeTheEnvironment() throws {
        let environment = ["EMWALK_EM": "from environment", "EMWALK_USER": "from environment"]
        let lab = try Self.read(Self.file).profile("lab")
        func settings(_ arguments: [String], _ profile: ConnectionProfile?) throws -> ConnectionSettings {
            try ConnectionSettings(ConnectionOptions.parse(arguments), profile: profile, environment: environment)
        }
        let none = try settings([], nil)
        #expect(none.em == "from environment" && none.user == "from environment" && none.accept == .xml)
        let profiled = try settings([], lab)
        #expect(profiled.em == lab.em && profiled.user == "LAB\\me" && profiled.accept == .json)
        #expect(profiled.cacert == lab.cacert)
        let typed = try settings(["--em", "typed", "--user", "u", "--accept", "xml", "--pin", "p"], lab)
        #expect(typed.em == "typed" && typed.user == "u" && typed.accept == .xml)
        // One way to trust sets aside the other.
        #expect(typed.pin == "p" && typed.cacert == nil)
    }

    @Test func whoeverIsNamedCloserAtHandLogsOn() throws {
        let environment = ["EMWALK_USER": "from environment"]
        let tenant = try Self.read("t: {tenant: ora, organization: quayside}").profile("t")
        let user = try Self.read("u: {user: me}").profile("u")
        func who(_ arguments: [String], _ profile: ConnectionProfile) throws -> String {
            try ConnectionSettings(ConnectionOptions.parse(arguments), profile: profile, environment: environment)
                .credentials(user: "other", password: "secret").description
        }
        #expect(try who([], tenant) == "quayside/ora:•••")
        #expect(try who(["--user", "u"], tenant) == "other:•••")
        #expect(try who(["--tenant", "Harbour"], tenant) == "Harbour:•••")
        #expect(try who(["--tenant", "sam", "--organization", "pier"], user) == "pier/sam:•••")
        #expect(throws: CommandError.self) { try who(["--profile", "u", "--organization", "pier"], user) }
        for wrong in [["--tenant", "a", "--user", "b"], ["--organization", "pier"]] {
            #expect(throws: (any Error).self) { try ConnectionOptions.parse(wrong) }
        }
    }

    @Test(arguments: [(60.0, 10_000), (2.5, 2500)]) func noConnectionTakesLongerThanARequest(
        _ timeout: Double,
        _ milliseconds: Int
    ) throws {
        let settings = try ConnectionSettings(ConnectionOptions.parse(["--timeout", "\(timeout)"]), environment: [:])
        #expect(settings.connectTimeout == .milliseconds(milliseconds))
    }

    @Test func aProgramPrintsThePassword() async throws {
        #expect(try await PasswordProgram.run(.words(["printf", "%s\\n", "$HOME", "second"])) == "$HOME")
        #expect(try await PasswordProgram.run(.shell("printf '%s\\n' a b | tail -1")) == "b")
        for command: ConnectionProfile.PasswordCommand in [
            .words(["/nonexistent/program"]), .shell("exit 3"), .words(["true"]),
        ] {
            let error = await #expect(throws: CommandError.self) { try await PasswordProgram.run(command) }
            #expect(error?.code.rawValue == "password-command")
        }
    }

    @Test func aProfileLeadsToASession() async throws {
        try await SimulatorProcess.with { simulator in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: folder) }
            let own = folder.appendingPathComponent("emwalk")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            let text = """
                lab: {em: '\(simulator.url)', user: administrator, cacert: '\(simulator.authority)',
                      password_command: [printf, '%s', 'Passw0rd!']}
                """
            try Data(text.utf8).write(to: own.appendingPathComponent("profiles.yaml"))
            let environment = ["XDG_CONFIG_HOME": folder.path]
            let run = try await Emwalk.run("ls", "--profile", "lab", "--curl", environment: environment)
            #expect(run.status == 0)
            #expect(run.stdout.contains("JobReferenceList"))
            #expect(run.stderr.contains("-H 'X-RestSvcSessionId: ***'"))
            #expect(run.stderr.contains("--user administrator"))
            #expect(!run.stderr.contains("Passw0rd!") && !run.stderr.contains("logonSessions"))
            let unknown = try await Emwalk.run("ls", "--profile", "lob", "--json", environment: environment)
            #expect(unknown.status == 2)
            #expect(unknown.error["code"] as? String == "bad-profile")
        }
    }
}
#endif
