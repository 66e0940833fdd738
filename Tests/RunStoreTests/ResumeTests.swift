// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// What a run that goes on does with what the journal tells.
@Suite struct ResumeTests {
    /// A run that was killed right after a point; the journal is what it left.
    private func killed(
        _ crash: CrashCase,
        after point: String,
        _ journal: InMemoryJournal = InMemoryJournal()
    ) async throws -> CrashLaboratory {
        let whole = try CrashLaboratory(crash, journal: InMemoryJournal())
        let life = Life()
        _ = try await whole.begin(life, MortalTransport(whole.simulator, life: life), logsOff: false)
        let index = try #require(life.points.firstIndex(of: point))
        let laboratory = try CrashLaboratory(crash, journal: journal)
        let short = Life(until: index)
        _ = try await laboratory.begin(short, MortalTransport(laboratory.simulator, life: short), logsOff: false)
        return laboratory
    }

    private func resumed(_ laboratory: CrashLaboratory) async throws -> CrashLaboratory.End {
        let life = Life()
        return try await laboratory.goOn(life, MortalTransport(laboratory.simulator, life: life))
    }

    @Test func anEffectIsWaitedForAsLongAsItMayTakeToShow() async throws {
        let laboratory = try await killed(.link, after: "after writeIntended")
        let begin = laboratory.time.now
        let result = try #require(try await resumed(laboratory).result)
        #expect(result.outcome == .changed, "\(result.message)")
        // Five minutes for the task and thirty seconds for the effect, counted from when it was written down.
        #expect(laboratory.time.now - begin > .seconds(329))
        #expect(laboratory.time.now - begin < .seconds(340))
    }

    @Test func timeThatHasPassedAlreadyIsNotWaitedForAgain() async throws {
        let laboratory = try await killed(.link, after: "after writeIntended")
        laboratory.time.pass(.seconds(3_600))
        let begin = laboratory.time.now
        let result = try #require(try await resumed(laboratory).result)
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(laboratory.time.now - begin < .seconds(10))
    }

    @Test func whatWouldBeSentAgainMustBeWhatWasSent() async throws {
        let journal = InMemoryJournal()
        let before = try await killed(.clone, after: "after writeIntended")
        for entry in try await before.journal.entries(of: CrashLaboratory.run) {
            var event = entry.event
            if case .writeIntended(let write) = event {
                event = .writeIntended(
                    JournalWrite(
                        step: write.step,
                        verb: write.verb,
                        rel: write.rel,
                        type: write.type,
                        path: write.path,
                        bodyFingerprint: "another",
                        effectFingerprint: write.effectFingerprint,
                        taskLimit: write.taskLimit
                    )
                )
            }
            await journal.append(JournalEntry(run: entry.run, workflow: entry.workflow, at: entry.at, event: event))
        }
        let laboratory = try CrashLaboratory(.clone, journal: journal)
        let result = try #require(try await resumed(laboratory).result)
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .worldChanged)
        #expect(laboratory.simulator.log.writes.isEmpty)
    }

    @Test func aWriteWhoseTaskFailedIsNotSentAgain() async throws {
        let journal = InMemoryJournal()
        let before = try await killed(.link, after: "after taskEnded")
        for entry in try await before.journal.entries(of: CrashLaboratory.run) {
            var event = entry.event
            if case .taskEnded(let task) = event {
                event = .taskEnded(
                    JournalTask(step: task.step, state: "Finished", succeeded: false, note: "Disk full.")
                )
            }
            await journal.append(JournalEntry(run: entry.run, workflow: entry.workflow, at: entry.at, event: event))
        }
        let laboratory = try CrashLaboratory(.link, journal: journal)
        let result = try #require(try await resumed(laboratory).result)
        #expect(result.failure?.code == .taskFailed)
        #expect(result.message.contains("Disk full."))
        #expect(laboratory.simulator.log.writes.isEmpty)
    }

    @Test func aNewSessionIsToldFromThoseBeforeByTheJournal() async throws {
        // The task has ended and the session is there; a new reading of ‘before’ would hold it.
        let laboratory = try await killed(.start, after: "after taskEnded")
        laboratory.time.pass(.seconds(60))
        let result = try #require(try await resumed(laboratory).result)
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.outputs["session"]?["uid"]?.scalar?.hasPrefix("urn:veeam:BackupJobSession:") == true)
        #expect(laboratory.accepted == 1)
    }

    @Test func aRunOnAnotherServerOrOfAnotherWorkflowDoesNotGoOn() async throws {
        let laboratory = try await killed(.link, after: "after writeIntended")
        let other = try CrashLaboratory(.clone, journal: laboratory.journal)
        let end = try await resumed(other)
        #expect(try code(end) == .worldChanged)
        #expect(other.simulator.log.writes.isEmpty)

        let elsewhere = try CrashLaboratory(.link, journal: laboratory.journal) {
            $0.publicOrigin = "https://other.example.test:9398"
        }
        #expect(try code(try await resumed(elsewhere)) == .worldChanged)
        #expect(elsewhere.simulator.log.writes.isEmpty)
    }

    @Test func aRunThatIsUnderWayIsRefused() async throws {
        let laboratory = try await killed(.link, after: "after writeIntended")
        let claim = try await laboratory.journal.claim(CrashLaboratory.run)
        #expect(try code(try await resumed(laboratory)) == .runBusy)
        claim.release()
        #expect(try await resumed(laboratory).result?.outcome == .changed)
        #expect(try code(try await resumed(laboratory)) == .runEnded)
    }

    @Test func secretsAreNeitherKeptNorNeededTwiceByTheJournal() async throws {
        let laboratory = try await killed(.credentials, after: "after writeIntended")
        let entries = try await laboratory.journal.entries(of: CrashLaboratory.run)
        #expect(!"\(entries)".contains("s3cret"))
        var other = laboratory
        other.secrets = [:]
        #expect(try code(try await resumed(other)) == .missingInput)
        other.secrets = ["password": "s3cret-words", "user": "me"]
        #expect(try code(try await resumed(other)) == .unknownInput)
        #expect(try await resumed(laboratory).result?.outcome == .changed)
    }

    /// The process that goes on is killed as well, at each of its points, and a third one finishes.
    @Test(arguments: CrashCase.judged) func aRunMayBeKilledMoreThanOnce(_ crash: CrashCase) async throws {
        let probe = try await killed(crash, after: "after writeIntended")
        let whole = Life()
        _ = try await probe.goOn(whole, MortalTransport(probe.simulator, life: whole), logsOff: false)
        let points = whole.points.count
        // Not every point: each needs four processes.
        for index in stride(from: 2, to: points, by: 12) {
            let laboratory = try await killed(crash, after: "after writeIntended")
            let second = Life(until: index)
            _ = try await laboratory.goOn(second, MortalTransport(laboratory.simulator, life: second), logsOff: false)
            if let record = RunRecord(try await laboratory.journal.entries(of: CrashLaboratory.run)), !record.canResume
            {
                continue
            }
            let end = try await resumed(laboratory)
            try laboratory.expectGoodEnd(end, wasInDoubt: true, "killed again at \(index)")
        }
    }

    private func code(_ end: CrashLaboratory.End) throws -> ErrorCode? {
        guard case .error(let error) = end else { return nil }
        return (error as? any ActionableError)?.code
    }
}
