// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// What a server or a network does wrong, and what a run makes of it.
@Suite struct HostileTests {
    private static let link = ["job": "Offsite Copy", "repository": "Backup Vol 01"]
    private static let post = FaultMatch(method: .post, path: "linkedBackupRepositories")

    private func linking(
        opaque: Bool = false,
        _ change: (inout SimulatorConfiguration) -> Void
    ) async throws -> (RunResult, Laboratory) {
        let laboratory = try Laboratory { configuration in
            configuration.opaqueURLs = opaque
            change(&configuration)
        }
        return (try await laboratory.run("link-repository", Self.link), laboratory)
    }

    /// How many repositories are linked to the job when all is over.
    private func linkedAfterwards(_ laboratory: Laboratory) async throws -> Int? {
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: laboratory.client.entry,
            transport: laboratory.transport,
            credentials: Credentials(user: "EXAMPLE\\operator", password: "correct horse"),
            time: laboratory.time.source
        )
        laboratory.time.pass(.seconds(120))
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("list-linked-repositories")
        let result = try await HypermediaClient.withSession(client) { _ in
            try await WorkflowRunner(client: client).run(workflow, inputs: ["job": "Offsite Copy"])
        }
        return result.outputs["linkedRepositories"]?.elements?.count
    }

    @Test func aTaskThatNeverEndsMeetsItsLimit() async throws {
        let (result, laboratory) = try await linking { $0.faults = [Fault(.taskNeverEnds, on: Self.post)] }
        #expect(result.failure?.code == .taskTimeout)
        #expect(result.outcome == .unknown)
        #expect(laboratory.time.now >= .seconds(300))
        #expect(laboratory.time.now < .seconds(310))
        #expect(laboratory.transport.log.writes.count == 1)
        // Between polls: doubling up to three seconds, so not a flood.
        #expect(laboratory.transport.log.entries.count < 210)
    }

    @Test(arguments: [FaultEffect.taskFinishedSuccessFalse, .taskFails("Not enough rights.")])
    func aTaskWithoutSuccessFails(_ effect: FaultEffect) async throws {
        let (result, laboratory) = try await linking { $0.faults = [Fault(effect, on: Self.post)] }
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .taskFailed)
        if case .taskFails(let message) = effect { #expect(result.message.contains(message)) }
        #expect(try await linkedAfterwards(laboratory) == 1)
    }

    @Test(arguments: [false, true]) func aLostReplyWithEffectIsChangedOnce(_ opaque: Bool) async throws {
        let (result, laboratory) = try await linking(opaque: opaque) {
            $0.faults = [Fault(.dropAfter, on: Self.post)]
            $0.effectDelay = .seconds(5)
        }
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.failure == nil)
        #expect(result.message.contains("reply was lost"))
        #expect(laboratory.transport.log.writes.count == 1)
        #expect(try await linkedAfterwards(laboratory) == 2)
    }

    @Test func aReplyCutShortIsALostReply() async throws {
        let (result, laboratory) = try await linking { $0.faults = [Fault(.truncate(20), on: Self.post)] }
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(laboratory.transport.log.writes.count == 1)
        #expect(try await linkedAfterwards(laboratory) == 2)
    }

    @Test func aLostReplyWithoutEffectIsUnknown() async throws {
        // The gateway swallowed it: nobody can tell, and nothing is sent again.
        let (result, laboratory) = try await linking { $0.faults = [Fault(.status(504), on: Self.post)] }
        #expect(result.outcome == .unknown)
        #expect(result.failure?.code == .outcomeUnknown)
        #expect(laboratory.transport.log.writes.count == 1)
        #expect(laboratory.time.now >= .seconds(30))
    }

    @Test func aConnectionThatBreaksBeforeTheWriteFails() async throws {
        // The simulator says that the request was not sent, so there is nothing to wonder about.
        let (result, laboratory) = try await linking { $0.faults = [Fault(.dropBefore, on: Self.post)] }
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == ErrorCode("connection-closed"))
        #expect(try await linkedAfterwards(laboratory) == 1)
    }

    @Test func aStartWhoseReplyIsLostNeverStartsTwice() async throws {
        for effect in [FaultEffect.dropAfter, .status(502)] {
            let laboratory = try Laboratory {
                $0.faults = [Fault(effect, on: FaultMatch(method: .post, path: "action=start"))]
            }
            let result = try await laboratory.run("start-job", ["job": "Nightly"])
            // A session that began meanwhile may be somebody else's.
            #expect(result.outcome == .unknown, "\(effect): \(result.message)")
            #expect(laboratory.transport.log.writes.count == 1)
        }
    }

    @Test(arguments: [false, true], [UnknownTaskStatus.internalServerError, .notFound])
    func aTaskLostInTheSameSessionIsReadBack(_ opaque: Bool, _ status: UnknownTaskStatus) async throws {
        let (result, laboratory) = try await linking(opaque: opaque) {
            $0.faults = [Fault(.taskLost, on: Self.post)]
            $0.unknownTaskStatus = status
        }
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(result.message.contains("although the session is the same"))
        #expect(laboratory.transport.log.writes.count == 1)
    }

    /// The session ends at every request in turn: with plain URLs the old hrefs still work, with opaque ones they are
    /// dead, and the way is walked anew.
    @Test(arguments: [false, true], DocumentFormat.allCases)
    func aSessionThatEndsAtAnyPointIsRenewed(_ opaque: Bool, _ accept: DocumentFormat) async throws {
        var sawLostTask = false
        var sawDeadHref = false
        // The first three requests are the entry, the logon, which is tried once only, and the first with the new
        // token: a 401 to a token that never worked is final.
        for occurrence in 4...14 {
            let laboratory = try Laboratory(accept: accept) {
                $0.opaqueURLs = opaque
                $0.faults = [Fault(.unauthorized, on: .any, occurrence: occurrence)]
                $0.effectDelay = .seconds(1)
            }
            let result = try await laboratory.run("link-repository", Self.link)
            #expect(result.outcome == .changed, "\(occurrence): \(result.message)")
            #expect(laboratory.transport.log.writes.filter { $0.status == 202 }.count == 1, "\(occurrence)")
            sawLostTask = sawLostTask || result.message.contains("its tasks with it")
            sawDeadHref = sawDeadHref || laboratory.transport.log.entries.contains { $0.status == 404 }
            let fresh = laboratory.transport.log.madeUp
            #expect(fresh.isEmpty, "\(fresh)")
        }
        #expect(sawLostTask)
        #expect(sawDeadHref == opaque)
    }

    @Test func aServerThatFailsOverAWriteIsNotBelieved() async throws {
        let (without, laboratory) = try await linking { $0.faults = [Fault(.status(500), on: Self.post)] }
        #expect(without.outcome == .failed)
        #expect(without.failure?.code == .httpError)
        #expect(laboratory.transport.log.writes.count == 1)
        #expect(laboratory.transport.log.entries.filter { $0.path.contains("linkedBackup") }.count > 3)

        // A page of HTML with 200 is an answer that tells nothing.
        let (html, other) = try await linking { $0.faults = [Fault(.contentType("text/html"), on: Self.post)] }
        #expect(html.outcome == .changed, "\(html.message)")
        #expect(html.message.contains("the effect is there"))
        #expect(other.transport.log.writes.count == 1)
    }

    @Test func aCancelledRunStops() async throws {
        let laboratory = try Laboratory { $0.faults = [Fault(.taskNeverEnds, on: Self.post)] }
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("link-repository")
        let task = Task {
            try await HypermediaClient.withSession(laboratory.client, onLogoff: { _ in }) { _ in
                let runner = WorkflowRunner(
                    client: laboratory.client,
                    onEvent: { event in
                        if event.event == .task { withUnsafeCurrentTask { $0?.cancel() } }
                    }
                )
                return try await runner.run(workflow, inputs: Self.link)
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        // It is logged off all the same.
        #expect(laboratory.transport.log.entries.last?.method == .delete)
    }

    @Test func forbiddenSaysSo() async throws {
        let (result, _) = try await linking { $0.faults = [Fault(.status(403), on: Self.post)] }
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .forbidden)
    }

    @Test func busyIsRetriedWhenTheServerSays() async throws {
        let (result, laboratory) = try await linking { configuration in
            configuration.faults = [
                Fault(.status(503, retryAfter: 17), on: Self.post, occurrence: 1),
                Fault(.status(503), on: Self.post, occurrence: 2),
            ]
        }
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(laboratory.time.sleeps.contains(.seconds(17)))
        #expect(laboratory.time.sleeps.contains(.seconds(5)))
        #expect(laboratory.transport.log.writes.count == 3)
        #expect(try await linkedAfterwards(laboratory) == 2)
    }

    @Test func busyForEverFails() async throws {
        let (result, laboratory) = try await linking {
            $0.faults = [Fault(.status(503), on: Self.post, occurrence: nil)]
        }
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .httpError)
        #expect(laboratory.transport.log.writes.count == 4)
    }

    @Test func anEffectThatNeverShowsIsNoSuccess() async throws {
        let (result, laboratory) = try await linking { $0.effectDelay = .seconds(60) }
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .postConditionFailed)
        #expect(laboratory.transport.log.writes.count == 1)
    }

    @Test func aBusyReadBackIsAskedAgain() async throws {
        let list = FaultMatch(method: .get, path: "linkedBackupRepositories")
        let (result, _) = try await linking { $0.faults = [Fault(.status(503), on: list, occurrence: 2)] }
        #expect(result.outcome == .changed, "\(result.message)")
    }

    @Test func htmlWithStatus200IsNoAnswer() async throws {
        let jobs = FaultMatch(method: .get, path: "/jobs")
        let (result, laboratory) = try await linking { $0.faults = [Fault(.htmlPage, on: jobs)] }
        #expect(result.outcome == .failed)
        #expect(result.failure?.code == .unusableAnswer)
        #expect(laboratory.transport.log.writes.isEmpty)
    }

    @Test func theJournalHoldsEveryWriteAndNoURL() async throws {
        let (_, laboratory) = try await linking { $0.effectDelay = .zero }
        let entries = await laboratory.journal.entries
        let text = "\(entries)"
        #expect(!text.contains("://") && !text.contains("/api/") && !text.contains("correct horse"))
        var words: [String] = []
        for entry in entries {
            switch entry.event {
            case .runStarted(let start):
                words.append("started")
                #expect(start.inputs == Self.link)
            case .stepDone(let step): words.append(step.step)
            case .writeIntended(let write):
                words.append("intended")
                #expect(write.rel == "Create" && write.bodyFingerprint?.count == 16)
            case .writeEnded(let answer): words.append("\(answer.meaning.rawValue) \(answer.status ?? 0)")
            case .taskEnded(let task): words.append("task \(task.state)")
            case .runEnded(let ending): words.append("\(ending.outcome)")
            case .runResumed, .runSuspended, .effectLookedFor: words.append("?")
            }
        }
        let reads = ["jobs", "job", "entity", "repositories", "repository", "linked"]
        #expect(
            words == ["started"] + reads + ["intended", "accepted 202", "task Finished", "link", "changed"]
        )
    }

    @Test func eventsTellTheStory() async throws {
        let (result, laboratory) = try await linking { $0.effectDelay = .zero }
        let events = laboratory.events.all
        #expect(events.first?.event == .runStarted)
        #expect(events.last?.event == .runFinished)
        #expect(events.last?.outcome == .changed)
        #expect(events.filter { $0.event == .task }.compactMap(\.state) == ["Running", "Finished"])
        let followed = events.filter { $0.event == .stepFinished }
        #expect(followed.map(\.step) == result.hops.map(\.step))
        #expect(followed.filter { $0.step == "verify" }.isEmpty == false)
        #expect(result.json["hops"]?.elements?.count == result.hops.count)
    }
}
