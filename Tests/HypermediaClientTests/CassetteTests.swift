// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Foundation
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

@Suite struct CassetteTests {
    static let password = "correct horse"

    /// Reads some of a world, and logs off.
    static func visit(
        _ transport: any Transport,
        _ entry: EntryPoint,
        format: DocumentFormat = .xml,
        paths: [String] = ["Down:JobReferenceList", "Down:RepositoryReferenceList"]
    ) async throws -> [String] {
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: entry,
            transport: transport,
            credentials: Credentials(user: "EXAMPLE\\operator", password: password),
            options: ClientOptions(accept: format)
        )
        return try await HypermediaClient.withSession(client) { _ in
            var names: [String] = []
            for path in paths { names += try await client.walk(RelPath(path)).items.compactMap(\.label) }
            return names
        }
    }

    static func record(
        _ format: DocumentFormat = .xml,
        _ change: (inout SimulatorConfiguration) -> Void = { _ in }
    ) async throws -> (cassette: Cassette, names: [String]) {
        let simulator = SimulatorTransport(
            configuration: SimulatorConfiguration {
                $0.user = "EXAMPLE\\operator"
                $0.password = password
                change(&$0)
            },
            step: .milliseconds(1)
        )
        let entry = try EntryPoint(simulator.entry)
        let recorder = CassetteRecorder(
            simulator,
            profile: .enterpriseManager,
            entry: entry,
            credentials: Credentials(user: "EXAMPLE\\operator", password: password)
        )
        let names = try await visit(recorder, entry, format: format)
        return (recorder.cassette, names)
    }

    @Test(arguments: [DocumentFormat.xml, .json], [CassettePlayer.Mode.strict, .loose])
    func replaysWhatWasRecorded(_ format: DocumentFormat, _ mode: CassettePlayer.Mode) async throws {
        let (cassette, names) = try await CassetteTests.record(format)
        #expect(!names.isEmpty)
        #expect(cassette.format == format)
        let player = CassettePlayer(cassette, mode: mode)
        let replayed = try await CassetteTests.visit(player, try EntryPoint(cassette.entry), format: format)
        #expect(replayed == names)
        #expect(player.left == 0)
    }

    @Test(arguments: [DocumentFormat.xml, .json], [false, true])
    func recordingAReplayIsTheSameCassette(_ format: DocumentFormat, _ isOpaque: Bool) async throws {
        let (cassette, _) = try await CassetteTests.record(format) { $0.opaqueURLs = isOpaque }
        let entry = try EntryPoint(cassette.entry)
        let recorder = CassetteRecorder(
            CassettePlayer(cassette, mode: .strict),
            profile: .enterpriseManager,
            entry: entry,
            credentials: Credentials(user: "replay", password: Redaction.firstPlaceholder)
        )
        _ = try await CassetteTests.visit(recorder, entry, format: format)
        #expect(recorder.cassette == cassette)
    }

    @Test func strictReplayTakesNoOtherRequest() async throws {
        let (cassette, _) = try await CassetteTests.record()
        let entry = try EntryPoint(cassette.entry)
        await #expect(throws: (any Error).self) {
            _ = try await CassetteTests.visit(
                CassettePlayer(cassette, mode: .strict),
                entry,
                paths: ["Down:RepositoryReferenceList", "Down:JobReferenceList"]
            )
        }
        let loose = try await CassetteTests.visit(
            CassettePlayer(cassette, mode: .loose),
            entry,
            paths: ["Down:RepositoryReferenceList", "Down:JobReferenceList"]
        )
        #expect(!loose.isEmpty)
        await #expect(throws: (any Error).self) {
            _ = try await CassetteTests.visit(
                CassettePlayer(cassette, mode: .loose),
                entry,
                paths: ["Down:CatalogVmReferenceList"]
            )
        }
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func holdsNeitherSecretNorHost(_ format: DocumentFormat) async throws
    {
        let listener = HeaderListener(
            SimulatorTransport(
                configuration: SimulatorConfiguration {
                    $0.user = "EXAMPLE\\operator"
                    $0.password = CassetteTests.password
                },
                step: .milliseconds(1)
            )
        )
        let entry = try EntryPoint(listener.inner.entry)
        let recorder = CassetteRecorder(listener, profile: .enterpriseManager, entry: entry)
        _ = try await CassetteTests.visit(recorder, entry, format: format, paths: ["Down:JobReferenceList"])
        let cassette = recorder.cassette
        let sessions = listener.tokens.compactMap { Data(base64Encoded: $0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
        let secrets =
            listener.tokens + sessions + [
                CassetteTests.password, Data("EXAMPLE\\operator:\(CassetteTests.password)".utf8).base64EncodedString(),
                entry.origin.host,
            ]
        #expect(listener.tokens.count == 1 && sessions.count == 1)
        let index = String(decoding: try JSONEncoder().encode(cassette.exchanges), as: UTF8.self)
        let texts = cassette.bodies.values.map { String(decoding: $0, as: UTF8.self) } + [index]
        for secret in secrets {
            for text in texts { #expect(!text.lowercased().contains(secret.lowercased()), "\(secret)") }
        }
    }

    @Test func isReadAsItWasWritten() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "emwalk-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (cassette, _) = try await CassetteTests.record()
        try cassette.write(folder: folder)
        #expect(try Cassette(folder: folder) == cassette)
        // A shorter one leaves nothing of the longer one behind.
        let (other, _) = try await CassetteTests.record(.json)
        try other.write(folder: folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(files) == Set(other.bodies.keys).union(["cassette.json"]))
    }

    @Test func aFolderWithSomethingElseIsLeftAlone() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "emwalk-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appending(path: "thesis.txt"))
        let (cassette, _) = try await CassetteTests.record()
        #expect(throws: CassetteError.self) { try cassette.write(folder: folder.path) }
        #expect(throws: CassetteError.self) { try Cassette(folder: folder.path) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["thesis.txt"])
    }

    @Test func aFileOutsideTheFolderIsNotRead() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "emwalk-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let index = """
            {"cassette":1,"entry":"/api/","exchanges":[{"number":1,"request":{"verb":"GET","target":"/api/",\
            "headers":[]},"response":{"status":200,"headers":[],"body":"../../etc/hostname"}}]}
            """
        try Data(index.utf8).write(to: folder.appending(path: "cassette.json"))
        #expect(throws: CassetteError.self) { try Cassette(folder: folder.path) }
    }

    @Test func anArchiveIsTheSameConversation() async throws {
        let (cassette, names) = try await CassetteTests.record()
        let imported = try await Cassette.imported(har: try cassette.har, profile: .enterpriseManager)
        let replayed = try await CassetteTests.visit(
            CassettePlayer(imported, mode: .strict),
            try EntryPoint(imported.entry)
        )
        #expect(replayed == names)
        #expect(imported.exchanges.map(\.request.verb) == cassette.exchanges.map(\.request.verb))
        await #expect(throws: CassetteError.self) {
            _ = try await Cassette.imported(har: Array("{}".utf8), profile: .enterpriseManager)
        }
    }

    @Test func anotherOriginIsServed() async throws {
        let (cassette, names) = try await CassetteTests.record(.json)
        let mapped = cassette.mapped(to: "http://127.0.0.1:8080")
        #expect(!mapped.bodies.values.contains { $0.firstRange(of: Array("cassette.example".utf8)) != nil })
        let replayed = try await CassetteTests.visit(
            CassettePlayer(mapped, mode: .strict),
            try EntryPoint("http://127.0.0.1:8080" + mapped.entryPath),
            format: .json
        )
        #expect(replayed == names)
    }
}
