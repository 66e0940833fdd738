// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Hypermedia
import RunStore
import Testing
import Workflows

@Suite struct RunStoreTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.path + "/deep/runs.sqlite" }

    private func entry(_ run: String, _ event: JournalEntry.Event, at moment: Int64 = 1_000) -> JournalEntry {
        JournalEntry(run: run, workflow: "water", at: Moment(rawValue: moment), event: event)
    }

    private let start = JournalEntry.Event.runStarted(
        JournalStart(inputs: ["bed": "3"], definition: "d", server: "s", group: "g")
    )

    private let write = JournalWrite(
        step: "open",
        verb: "POST",
        rel: "Create",
        type: "Valve",
        path: "Down:Beds/Create:Valve",
        bodyFingerprint: "b",
        effectFingerprint: "e",
        taskLimit: 300_000
    )

    @Test func everyKindOfEntrySurvivesAReopening() throws {
        let values: JSONValue = .object([
            .init("z", .array([.null, .boolean(true), .number("1.50"), .string("“ü”")])), .init("a", .object([])),
        ])
        let events: [JournalEntry.Event] = [
            start,
            .stepDone(JournalStep(step: "beds", outputs: ["all": JournalValue(values)], values: ["$x": ["1", "2"]])),
            .writeIntended(write),
            .writeEnded(JournalAnswer(step: "open", round: "3", meaning: .accepted, status: 202, note: "n")),
            .taskEnded(JournalTask(step: "open", state: "Finished", succeeded: nil, note: nil)),
            .effectLookedFor(JournalLook(step: "open", wasSeen: false)),
            .runSuspended(outcome: .unknown, note: "lost"), .runResumed,
            .runEnded(JournalEnding(outcome: .changed, note: "done", outputs: JournalValue(values))),
        ]
        do {
            let store = try RunStore(path: path)
            for event in events { try store.append(entry("r1", event)) }
        }
        let entries = try RunStore(path: path).entries(of: "r1")
        #expect(entries.map(\.event) == events)
        #expect(entries.allSatisfy { $0.run == "r1" && $0.workflow == "water" && $0.at == Moment(rawValue: 1_000) })
    }

    @Test func theOwnerAloneMayReadIt() throws {
        let store = try RunStore(path: path)
        try store.append(entry("r1", start))
        let claim = try store.claim("r1")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(names.contains("deep/runs.sqlite-wal"))
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
            let mode = try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
            #expect(mode & 0o077 == 0, "\(name): \(String(mode, radix: 8))")
        }
        claim.release()
    }

    @Test func itListsTheLatestFirst() throws {
        let store = try RunStore(path: path)
        #expect(try store.runs().isEmpty)
        for (index, name) in ["a", "b", "c"].enumerated() {
            try store.append(entry(name, start, at: Int64(index * 1_000)))
        }
        try store.append(
            entry("b", .runEnded(JournalEnding(outcome: .changed, note: nil)), at: 9_000)
        )
        let runs = try store.runs()
        #expect(runs.map(\.run) == ["c", "b", "a"])
        #expect(runs.map(\.canResume) == [true, false, true])
        #expect(runs[1].lastAt == Moment(rawValue: 9_000))
    }

    @Test func deletingForgetsARunAndNoOther() throws {
        let store = try RunStore(path: path)
        try store.append(entry("a", start))
        try store.append(entry("b", start))
        try store.delete("a")
        #expect(try store.entries(of: "a").isEmpty)
        #expect(try store.runs().map(\.run) == ["b"])
        #expect(throws: WorkflowError.unknownRun("a")) { try store.delete("a") }
        #expect(throws: WorkflowError.unknownRun("a")) { try store.run("a") }
    }

    @Test func pruningForgetsWhatIsOldAndNotUnderWay() throws {
        let store = try RunStore(path: path)
        for name in ["old", "kept", "busy"] { try store.append(entry(name, start, at: 1_000)) }
        try store.append(entry("kept", .runResumed, at: 5_000))
        let claim = try store.claim("busy")
        #expect(try store.prune(before: Moment(rawValue: 2_000)) == ["old"])
        #expect(try store.runs().map(\.run).sorted() == ["busy", "kept"])
        claim.release()
        #expect(try store.prune(before: Moment(rawValue: 2_000)) == ["busy"])
    }

    @Test func aRunIsTakenOnce() throws {
        let store = try RunStore(path: path)
        let other = try RunStore(path: path)
        let claim = try store.claim("../a b")
        #expect(throws: WorkflowError.busy("../a b")) { try other.claim("../a b") }
        #expect(throws: WorkflowError.busy("../a b")) { try store.claim("../a b") }
        #expect(other.isUnderWay("../a b"))
        _ = try other.claim("c")
        claim.release()
        #expect(!other.isUnderWay("../a b"))
        let second = try other.claim("../a b")
        second.release()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["deep"], "a name must not lead out of the folder")
    }

    /// Somebody opens the file of a lock, and before he locks it the run is deleted: his lock would bind nobody.
    @Test func aLockOnAForgottenFileBindsNobody() throws {
        let store = try RunStore(path: path)
        try store.append(entry("a", start))
        let before = try store.claim("a")
        before.release()
        try store.delete("a")
        let first = try store.claim("a")
        #expect(throws: WorkflowError.busy("a")) { try store.claim("a") }
        first.release()
    }

    @Test func twoStoresWriteAtTheSameTime() async throws {
        let path = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in ["a", "b", "c"] {
                let entries = (0..<20).map { entry(name, $0 == 0 ? start : .runResumed, at: Int64($0)) }
                group.addTask {
                    let store = try RunStore(path: path)
                    for entry in entries { try store.append(entry) }
                }
            }
            try await group.waitForAll()
        }
        let runs = try RunStore(path: path).runs()
        #expect(runs.map(\.resumptions) == [19, 19, 19])
    }

    @Test func aFileThatIsNoDatabaseIsRefused() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let file = folder.path + "/notes.txt"
        try Data(String(repeating: "no database at all\n", count: 100).utf8).write(to: URL(filePath: file))
        let error = #expect(throws: RunStoreError.self) { try RunStore(path: file) }
        #expect(error?.code == .journalFailed)
        #expect(error?.message.contains("notes.txt") == true)
        #expect(try Data(contentsOf: URL(filePath: file)).count == 1900)
    }
}
#endif
