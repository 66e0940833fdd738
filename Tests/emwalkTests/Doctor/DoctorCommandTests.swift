// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct DoctorCommandTests {
    private static func verdicts(_ run: Emwalk.Run) -> [String: String] {
        let checks = run.object["checks"] as? [[String: Any]] ?? []
        return Dictionary(
            checks.map { ($0["check"] as? String ?? "", $0["verdict"] as? String ?? "") },
            uniquingKeysWith: { $1 }
        )
    }

    @Test func aSimulatorIsWell() async throws {
        let run = try await Emwalk.run("doctor", "--simulator", "--json")
        #expect(run.status == 0)
        #expect(run.object["verdict"] as? String == "good")
        #expect(Self.verdicts(run).filter { $0.value != "good" } == [:])
    }

    @Test func eachFloorThatDoesNotHoldIsNamed() async throws {
        try await SimulatorProcess.with { simulator in
            let wrong = try await simulator.emwalk(["doctor", "--json"], password: "wrong-password")
            #expect(wrong.status == 8)
            #expect(Self.verdicts(wrong)["logon"] == "problem" && Self.verdicts(wrong)["role"] == "skipped")
            #expect(!wrong.stdout.contains("wrong-password"))
            let untrusted = try await simulator.emwalk(
                ["doctor", "--json"],
                options: ["--em", simulator.url, "--user", "administrator"]
            )
            #expect(untrusted.status == 8)
            #expect(Self.verdicts(untrusted)["tls"] == "good" && Self.verdicts(untrusted)["trust"] == "problem")
            #expect(untrusted.stdout.contains("--pin sha256:"))
            let version = try await simulator.emwalk(["doctor", "--json", "--api-version", "v9_9"])
            #expect(Self.verdicts(version)["versions"] == "problem")
            let nobody = try await simulator.emwalk(
                ["doctor", "--json"],
                options: ["--em", simulator.url, "--cacert", simulator.authority]
            )
            #expect(nobody.status == 0)
            #expect(Self.verdicts(nobody)["logon"] == "skipped" && Self.verdicts(nobody)["product"] == "good")
            let plain = try await simulator.emwalk(
                ["doctor", "--json"],
                options: ["--em", simulator.url.replacing("https:", with: "http:"), "--user", "administrator"]
            )
            #expect(Self.verdicts(plain)["tls"] == "good" && Self.verdicts(plain)["product"] == "problem")
        }
    }

    @Test(arguments: [
        ("https://127.0.0.1:1/api/", "tcp"), ("https://no-such-host.invalid:9398/api/", "dns"),
    ])
    func whatCannotBeReachedIsToldByItsFloor(_ url: String, _ floor: String) async throws {
        let run = try await Emwalk.run("doctor", "--em", url, "--json")
        #expect(run.status == 8)
        let verdicts = Self.verdicts(run)
        #expect(verdicts[floor] == "problem")
        #expect(verdicts["product"] == "skipped" && verdicts["logon"] == "skipped")
    }

    @Test func anAnswerOfSomethingElseIsNotTheAPI() async throws {
        try await SimulatorProcess.with(["--fault", "html@GET#*"]) { simulator in
            let run = try await simulator.emwalk(["doctor", "--json"])
            #expect(run.status == 8)
            #expect(Self.verdicts(run)["product"] == "problem")
        }
    }

    @Test func linksToAnotherHostAreFound() async throws {
        try await SimulatorProcess.with(["--public-host", "https://inside.example.test:9398"]) { simulator in
            let run = try await simulator.emwalk(["doctor", "--json"])
            #expect(run.status == 8)
            #expect(run.stdout.contains("--host-map https://inside.example.test:9398="))
        }
    }

    /// What a bundle must never hold.
    @Test(arguments: [false, true]) func aBundleTellsNoSecret(_ mapsHosts: Bool) async throws {
        try await Folder.with { folder in
            try await SimulatorProcess.with { simulator in
                let file = folder.path("support.tar")
                let run = try await simulator.emwalk(
                    ["doctor", "--json", "--bundle", file] + (mapsHosts ? ["--map-hosts"] : [])
                )
                #expect(run.status == 0)
                let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                #expect(mode == 0o600)
                let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
                for document in ["doctor.json", "versions.json", "trace.ndjson", "census.json"] {
                    #expect(text.contains("emwalk-support/\(document)"))
                }
                #expect(text.contains("BackupServerReferenceList"))
                let basic = Data("administrator:Passw0rd!".utf8).base64EncodedString()
                for secret in ["Passw0rd!", basic, "logonSessions/", "X-RestSvcSessionId"] {
                    #expect(!text.contains(secret), "\(secret)")
                }
                #expect(text.contains("127.0.0.1") != mapsHosts)
                #expect(text.contains("administrator") != mapsHosts)
            }
        }
    }
}
#endif
