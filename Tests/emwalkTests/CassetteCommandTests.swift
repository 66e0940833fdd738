// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import HypermediaClient
import Subprocess
import Testing

/// Recording, replaying, serving and trading conversations, by the built command.
@Suite struct CassetteCommandTests {
    static let clone = ["run", "clone-job", "job=Nightly", "name=Copy", "repository=Backup Vol 01", "--yes", "--json"]

    @Test(arguments: [["--accept", "xml"], ["--accept", "json"], ["--opaque-urls"]])
    func aCloneReplaysToTheByte(_ options: [String]) async throws {
        try await Folder.with { folder in
            let (first, second) = (folder.path("first"), folder.path("second"))
            let recorded = try await Emwalk.run(
                list: CassetteCommandTests.clone + ["--simulator", "--record", first] + options
            )
            #expect(recorded.status == 0, "\(recorded.stderr)")
            let replayed = try await Emwalk.run(
                list: CassetteCommandTests.clone + ["--replay", first, "--strict-replay", "--record", second]
            )
            #expect(replayed.status == 0, "\(replayed.stderr)")
            #expect(replayed.object["outcome"] as? String == "changed")
            let files = try FileManager.default.contentsOfDirectory(atPath: first).sorted()
            // How often the task is asked depends on the machine; that the clone was asked for does not.
            let bodies = files.filter { $0.contains("-request.") }
            #expect(bodies.count == 1)
            for body in bodies { #expect(try folder.read("first/\(body)").contains("Copy")) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: second).sorted() == files)
            for file in files {
                #expect(try folder.read("first/\(file)") == folder.read("second/\(file)"), "\(file)")
            }
        }
    }

    @Test(arguments: ["xml", "json"]) func noSecretIsInWhatIsKept(_ format: String) async throws {
        try await Folder.with { folder in
            let run = try await Emwalk.run(
                list: CassetteCommandTests.clone + [
                    "--simulator", "--record", folder.path("cassette"), "--trace", folder.path("trace"), "--accept",
                    format,
                ]
            )
            #expect(run.status == 0, "\(run.stderr)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("cassette"))
            let texts = try [folder.read("trace")] + names.map { try folder.read("cassette/\($0)") }
            #expect(texts.contains { $0.contains("BackupJobCloneInfo") })
            for text in texts {
                #expect(!text.contains("Passw0rd!"))
                #expect(!text.contains("YWRtaW5pc3RyYXRvcjpQYXNzdzByZCE"))
                #expect(!text.contains("Basic "))
            }
            for name in names { #expect(try !folder.read("cassette/\(name)").contains("127.0.0.1"), "\(name)") }
        }
    }

    @Test func isServedToAnyClient() async throws {
        try await Folder.with { folder in
            let cassette = folder.path("cassette")
            let seen = try await Emwalk.run(
                "ls",
                "Down:JobReferenceList",
                "--json",
                "--simulator",
                "--record",
                cassette
            )
            #expect(seen.status == 0, "\(seen.stderr)")
            let served = try await CassetteCommandTests.serve(cassette) { url in
                try await Emwalk.run(
                    list: ["ls", "Down:JobReferenceList", "--json", "--em", url, "--user", "anyone"],
                    environment: ["EMWALK_PASSWORD": "anything"]
                )
            }
            #expect(served.status == 0, "\(served.stderr)")
            #expect(served.stdout.contains("Nightly"))
            #expect(!served.stdout.contains("cassette.example"))
        }
    }

    @Test func becomesAnArchiveAndComesBack() async throws {
        try await Folder.with { folder in
            let recorded = try await Emwalk.run(
                "ls",
                "Down:JobReferenceList",
                "--simulator",
                "--record",
                folder.path("a")
            )
            #expect(recorded.status == 0)
            let har = try await Emwalk.run("har", "export", folder.path("a"))
            let file = try folder.write("a.har", har.stdout)
            let log = har.object["log"] as? [String: Any]
            #expect(log?["version"] as? String == "1.2")
            #expect((log?["entries"] as? [Any])?.isEmpty == false)
            let imported = try await Emwalk.run("har", "import", file, folder.path("b"))
            #expect(imported.status == 0, "\(imported.stderr)")
            let replayed = try await Emwalk.run(
                "ls",
                "Down:JobReferenceList",
                "--replay",
                folder.path("b"),
                "--strict-replay"
            )
            #expect(replayed.status == 0, "\(replayed.stderr)")
            #expect(replayed.stdout == recorded.stdout)
        }
    }

    @Test func whatWasNotRecordedIsNotMadeUp() async throws {
        try await Folder.with { folder in
            let cassette = folder.path("a")
            _ = try await Emwalk.run("ls", "--simulator", "--record", cassette)
            let other = try await Emwalk.run("ls", "Down:JobReferenceList", "--replay", cassette, "--json")
            #expect(other.status == 3)
            #expect((other.error["message"] as? String)?.contains("cassette") == true, "\(other.stderr)")
            let nothing = try await Emwalk.run("ls", "--replay", folder.path("nowhere"), "--json")
            #expect(nothing.status == 2)
            #expect(nothing.error["code"] as? String == "bad-cassette")
            let both = try await Emwalk.run("ls", "--replay", cassette, "--simulator")
            #expect(both.status == 2)
            _ = try folder.write("thesis.txt", "mine")
            let taken = try await Emwalk.run("ls", "--simulator", "--record", folder.path(""), "--json")
            #expect(taken.status == 2)
            #expect(try folder.read("thesis.txt") == "mine")
        }
    }

    private static func serve<R: Sendable>(
        _ cassette: String,
        _ body: @escaping @Sendable (String) async throws -> R
    ) async throws -> R {
        let result = try await TestPlace.with {
            try await Subprocess.run(
                .path(Emwalk.executable),
                arguments: Arguments(["serve", cassette, "--http", "--port", "0"]),
                environment: Emwalk.environment([:]),
                input: .none,
                output: .sequence,
                error: .discarded
            ) { execution in
                for try await line in execution.standardOutput.strings() where line.hasPrefix("ready ") {
                    let url = line.dropFirst("ready ".count).trimmingCharacters(in: .whitespacesAndNewlines)
                    do {
                        let result = try await body(url)
                        try execution.send(signal: .interrupt)
                        return Result<R, any Error>.success(result)
                    } catch {
                        try execution.send(signal: .interrupt)
                        return .failure(error)
                    }
                }
                return .failure(CassetteError.nothingWasServed)
            }
        }
        return try result.closureResult.get()
    }

    private enum CassetteError: Error { case nothingWasServed }
}
#endif
