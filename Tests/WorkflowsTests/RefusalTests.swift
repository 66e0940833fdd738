// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// What is refused before anything is sent, and how it is said.
@Suite struct RefusalTests {
    struct Case: Sendable {
        let workflow: String
        let inputs: [String: String]
        let code: ErrorCode
        let says: String
    }

    static let beforeAnything: [Case] = [
        Case(workflow: "clone-job", inputs: ["job": "Nightly"], code: .missingInput, says: "‘name’"),
        Case(
            workflow: "clone-job",
            inputs: ["job": "Nightly", "nam": "x"],
            code: .unknownInput,
            says: "Did you mean ‘name’?"
        ),
        Case(
            workflow: "clone-job",
            inputs: ["job": "Nightly", "name": String(repeating: "x", count: 51)],
            code: .inputInvalid,
            says: "50"
        ),
        Case(workflow: "list-jobs", inputs: ["job": "Nightly"], code: .unknownInput, says: "It takes none."),
    ]

    @Test(arguments: beforeAnything) func refusesInputs(_ test: Case) async throws {
        let laboratory = try Laboratory()
        let error = await #expect(throws: WorkflowError.self) {
            try await laboratory.run(test.workflow, test.inputs)
        }
        #expect(error?.code == test.code)
        #expect(error?.description.contains(test.says) == true, "\(error?.description ?? "")")
    }

    static let onTheWay: [Case] = [
        Case(
            workflow: "clone-job",
            inputs: ["job": "DC Replication", "name": "x", "repository": "Backup Vol 01"],
            code: .inputRefused,
            says: "‘repository’"
        ),
        Case(
            workflow: "clone-job",
            inputs: ["job": "DC Replication", "name": "x", "folder": "f"],
            code: .inputRefused,
            says: "‘folder’"
        ),
        Case(
            workflow: "clone-job",
            inputs: ["job": "Nightly", "name": "x", "repository": "Backup Vol 01", "suffix": "s"],
            code: .inputRefused,
            says: "‘suffix’"
        ),
        Case(
            workflow: "clone-job",
            inputs: ["job": "Nightly", "name": "x"],
            code: .missingInput,
            says: "‘repository’"
        ),
        Case(
            workflow: "link-repository",
            inputs: ["job": "Offsite Copy", "repository": "Shared Vol"],
            code: .itemAmbiguous,
            says: "2 items"
        ),
        Case(
            workflow: "link-repository",
            inputs: ["job": "Offsite Cpoy", "repository": "Backup Vol 01"],
            code: .itemMissing,
            says: "Did you mean ‘Offsite Copy’?"
        ),
        Case(workflow: "list-linked-jobs", inputs: ["job": "Nightly"], code: .linkMissing, says: "LinkedJobObjectList"),
        Case(
            workflow: "list-linked-repositories",
            inputs: ["job": "Nightly"],
            code: .linkMissing,
            says: "LinkedBackupRepositoryObjectList"
        ),
        Case(workflow: "start-job", inputs: ["job": "Offsite Copy"], code: .linkMissing, says: "Start"),
    ]

    @Test(arguments: onTheWay) func failsWithoutAWrite(_ test: Case) async throws {
        let laboratory = try Laboratory()
        let result = try await laboratory.run(test.workflow, test.inputs)
        #expect(result.outcome == .failed)
        let failure = try #require(result.failure)
        #expect(failure.code == test.code)
        #expect(failure.description.contains(test.says), "\(failure.description)")
        #expect(laboratory.transport.log.writes.isEmpty)
        #expect(result.outputs == .object([]))
    }

    @Test func ambiguousNamesComeWithCandidatesAndTheUIDWorks() async throws {
        let laboratory = try Laboratory()
        let result = try await laboratory.run(
            "link-repository",
            ["job": "Offsite Copy", "repository": "Shared Vol"]
        )
        let candidates = try #require(result.failure?.candidates)
        #expect(candidates.count == 2)
        let uid = try #require(
            candidates[0].selector?.firstRange(of: "urn:veeam").map { range in
                candidates[0].selector?[range.lowerBound...].dropLast().filter { $0 != "\"" } ?? ""
            }
        )
        let linked = try await Laboratory().run("link-repository", ["job": "Offsite Copy", "repository": uid])
        #expect(linked.outcome == .changed, "\(linked.message)")
    }

    @Test func anUnknownWorkflowIsSpelt() throws {
        let catalog = try WorkflowCatalog.enterpriseManager()
        let error = #expect(throws: WorkflowError.self) { try catalog.workflow("link-repositry") }
        #expect(error?.code == .unknownWorkflow)
        #expect(error?.hint == "Did you mean ‘link-repository’?")
    }

    @Test func aDeclinedWriteIsNotSent() async throws {
        let laboratory = try Laboratory()
        let inputs = ["job": "Offsite Copy", "repository": "Backup Vol 01"]
        let result = try await laboratory.run(
            "link-repository",
            inputs,
            confirm: { write in
                #expect(write.dangers.map(\.level) == [.destructive])
                #expect(write.bodyText?.contains("LinkedBackupRepositoryUid") == true)
                return false
            }
        )
        #expect(result.failure?.code == .declined)
        #expect(result.outcome == .failed)
        #expect(laboratory.transport.log.writes.isEmpty)
        #expect(await !laboratory.journal.hasWrites)
    }

    @Test func aWriteThatCannotBeWrittenDownIsNotSent() async throws {
        struct Full: Error {}
        struct Broken: RunJournal {
            /// How many entries it still takes.
            let room: Int
            let entries = InMemoryJournal()
            func append(_ entry: JournalEntry) async throws {
                guard await entries.entries.count < room else { throw Full() }
                await entries.append(entry)
            }
            func entries(of run: String) async throws -> [JournalEntry] { await entries.entries(of: run) }
            func claim(_ run: String) async throws -> RunClaim { try await entries.claim(run) }
        }
        // Beginning, three steps; the fifth is the write.
        for room in 0...4 {
            let laboratory = try Laboratory()
            let workflow = try WorkflowCatalog.enterpriseManager().workflow("start-job")
            let result = try await HypermediaClient.withSession(laboratory.client) { _ in
                try await WorkflowRunner(client: laboratory.client, journal: Broken(room: room))
                    .run(workflow, inputs: ["job": "Nightly"])
            }
            #expect(result.failure?.code == .journalFailed, "\(room)")
            #expect(result.outcome == .failed)
            #expect(laboratory.transport.log.writes.isEmpty)
        }
    }

    @Test func aBodyWithoutASchemaIsNeitherSentNorWrittenDownWhenStrict() async throws {
        let laboratory = try Laboratory(strict: true)
        let result = try await laboratory.run(
            "link-repository",
            ["job": "Offsite Copy", "repository": "Backup Vol 01"]
        )
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .noSchema)
        #expect(laboratory.recorder.writes.isEmpty)
        #expect(await !laboratory.journal.hasWrites)
        let plan = try await Laboratory(strict: true).plan(
            "link-repository",
            ["job": "Offsite Copy", "repository": "Backup Vol 01"]
        )
        #expect(plan.outcome == .planned)
        #expect(plan.write?.verdict == "no-schema")
        let start = try await Laboratory(strict: true).run("start-job", ["job": "Nightly"])
        #expect(start.outcome == .changed, "\(start.message)")
    }
}
