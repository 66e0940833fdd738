// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Synchronization
import Testing
import Workflows

/// Files inside machines, by mounts of their restore points.
///
/// The three lists of a directory differ by nothing but their href, so that there is no walking down where hrefs are
/// opaque.
@Suite struct GuestFilesTests {
    private let plain = DocumentFormat.allCases.map { CatalogueTests.Setting(accept: $0, scrambled: false) }

    /// What was written, by the last part of what it was written to.
    private func writes(of record: Rehearsal.Record) -> [String] {
        record.laboratory.transport.log.writes.map { entry in
            let path = entry.resource ?? entry.path
            let words = path.split { $0 == "/" || $0 == "?" || $0 == "&" }.map(String.init)
            return "\(entry.method) " + (path.contains("action=") ? "file" : words.contains("mounts") ? "mount" : "")
                + (path.contains("action=download") ? " download" : "")
        }
    }

    @Test(arguments: CatalogueTests.Setting.all) func mountsAndUnmounts(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let record = try await Rehearsal(setting).changes("mount-restore-point", ["vm": "sql01"])
        #expect(record["mounts"]?.elements?.count == 1)
        #expect(record["mounts"]?.elements?.first?.text().contains("C:") == true)
        let both = try await Rehearsal(setting).runs(
            [
                .init("unmount-restore-point", ["vm": "sql01"]), .init("mount-restore-point", ["vm": "sql01"]),
                .init("unmount-restore-point", ["vm": "sql01"]),
            ],
            [.unchanged, .changed, .changed],
            writes: 2
        )
        #expect(writes(of: both) == ["POST mount", "DELETE mount"])
    }

    @Test(arguments: CatalogueTests.Setting.all) func listsVolumes(_ setting: CatalogueTests.Setting) async throws {
        let record = try await Rehearsal(setting)
            .runs([.init("browse-guest-files", ["vm": "sql01"])], [.read], writes: 2)
        #expect(record.texts("entries", "name") == ["Volume$0:", "C:", "E:"])
        #expect(writes(of: record) == ["POST mount", "DELETE mount"])
        #expect(record.results[0].leftovers.isEmpty)
        let linux = try await Rehearsal(setting)
            .runs([.init("browse-guest-files", ["vm": "sql01", "os": "Linux"])], [.read], writes: 2)
        #expect(linux.texts("entries", "name") == ["etc", "home", "var"])
    }

    @Test func listsFolders() async throws {
        for setting in plain {
            let inputs = ["vm": "sql01", "path": "E:/Shares/HR/Contracts"]
            let record = try await Rehearsal(setting).runs([.init("browse-guest-files", inputs)], [.read], writes: 2)
            #expect(
                record.texts("entries", "name") == ["Lease & maintenance.docx", "Supplier #7 (50%).docx"],
                "\(record.results[0].message)"
            )
            #expect(record.texts("entries", "size").count == 2)
            #expect(record.texts("entries", "type") == ["FileEntry", "FileEntry"])
            let volume = try await Rehearsal(setting)
                .runs([.init("browse-guest-files", ["vm": "sql01", "path": "C:"])], [.read], writes: 2)
            #expect(Set(volume.texts("entries", "type")) == ["DirectoryEntry"])
        }
    }

    @Test func restoresAFile() async throws {
        for setting in plain {
            let inputs = ["vm": "sql01", "path": "E:\\Shares\\HR\\Staff.xlsx", "overwrite": "true"]
            let record = try await Rehearsal(setting)
                .changes("restore-guest-file", inputs, again: nil, writes: 3)
            #expect(record["path"]?.scalar == "E:/Shares/HR/Staff.xlsx")
            #expect(writes(of: record) == ["POST mount", "POST file", "DELETE mount"])
            let body = String(decoding: record.laboratory.recorder.writes[1].body ?? [], as: UTF8.self)
            #expect(body.contains("ToOriginalLocation") && body.contains("Overwrite") && body.contains("true"))
            #expect(!body.contains("GuestCredentials"))
        }
    }

    @Test func thePasswordOfTheGuestIsSilent() async throws {
        for setting in plain {
            let inputs = ["vm": "sql01", "path": "C:/Windows/win.ini", "user": "LAB\\me", "password": "p4ss w0rd"]
            let record = try await Rehearsal(setting)
                .changes("restore-guest-file", inputs, again: nil, writes: 3)
            let body = String(decoding: record.laboratory.recorder.writes[1].body ?? [], as: UTF8.self)
            #expect(body.contains("p4ss w0rd"))
            let journal = await record.laboratory.journal.entries
            let shown = [String(describing: journal)] + record.results.map { $0.json.text() }
            for text in shown { #expect(!text.contains("w0rd"), "\(text)") }
        }
    }

    /// Whatever goes wrong in between, the mount is taken down.
    @Test func alwaysUnmounts() async throws {
        for setting in plain {
            let laboratory = try Rehearsal(setting).laboratory()
            let missing = try await laboratory.run(
                "restore-guest-file",
                ["vm": "sql01", "path": "E:/Shares/HR/Staf.xlsx"]
            )
            #expect(missing.failure?.code == .itemMissing, "\(missing.message)")
            #expect(missing.failure?.hint?.contains("Staff.xlsx") == true)
            let record = Rehearsal.Record(laboratory: laboratory, plan: nil, results: [missing])
            #expect(writes(of: record) == ["POST mount", "DELETE mount"])
            #expect(missing.leftovers.isEmpty)
        }
    }

    @Test func downloadsAFile() async throws {
        for setting in plain {
            let laboratory = try Rehearsal(setting).laboratory()
            let workflow = try WorkflowCatalog.enterpriseManager().workflow("download-guest-file")
            let saved = Saved()
            let inputs = ["vm": "sql01", "path": "E:/Shares/Überblick.txt", "to": "overview.txt"]
            let result = try await HypermediaClient.withSession(laboratory.client) { _ in
                let runner = WorkflowRunner(client: laboratory.client, saving: { saved.add($0, $1.count) })
                return try await runner.run(workflow, inputs: inputs)
            }
            #expect(result.outcome == .read, "\(result.message)")
            let file = try #require(saved.files.first)
            #expect(file.path == "overview.txt")
            #expect(result.outputs["size"]?.scalar == String(file.size))
            let record = Rehearsal.Record(laboratory: laboratory, plan: nil, results: [result])
            #expect(writes(of: record) == ["POST mount", "POST file", "POST file download", "DELETE mount"])
        }
    }

    private final class Saved: Sendable {
        private let list = Mutex<[(path: String, size: Int)]>([])
        var files: [(path: String, size: Int)] { list.withLock { $0 } }
        func add(_ path: String, _ size: Int) { list.withLock { $0.append((path, size)) } }
    }

    @Test(arguments: ["browse-guest-files", "download-guest-file", "restore-guest-file"])
    func opaqueLinksDoNotTellWhatTheyList(_ name: String) async throws {
        #expect(AmbiguousWorkflows.names.contains(name))
        for accept in DocumentFormat.allCases {
            let laboratory = try Rehearsal(.init(accept: accept, scrambled: true)).laboratory()
            var inputs = ["vm": "sql01", "path": "E:/Shares/HR/Staff.xlsx"]
            if name == "download-guest-file" { inputs["to"] = "x" }
            let result = try await laboratory.run(name, inputs)
            #expect(result.failure?.code == .linkAmbiguous, "\(result.message)")
            let record = Rehearsal.Record(laboratory: laboratory, plan: nil, results: [result])
            // It is unmounted nevertheless, and nothing else was written.
            #expect(writes(of: record) == ["POST mount", "DELETE mount"])
            try record.expectHonest(writes: 2)
        }
    }

    @Test(arguments: ["v1_5", "v1_6"]) func olderVersions(_ version: String) async throws {
        for setting in plain {
            let inputs = ["vm": "sql01", "path": "C:/Windows/win.ini"]
            _ = try await Rehearsal(setting, apiVersion: version)
                .changes("restore-guest-file", inputs, again: nil, writes: 3)
        }
    }
}
