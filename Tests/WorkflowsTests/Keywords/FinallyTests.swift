// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import HypermediaClient
import Synchronization
import Testing
import Workflows

/// The steps at the end, repeated sending, and undoing.
@Suite struct FinallyTests {
    /// A shed that is opened (a write), looked into, and shut.
    private func house(look: Int = 200, shut: Int = 204, losesFirst: Bool = false) -> Script {
        Script { request, _ in
            switch request.line {
            case "GET /start": return (200, Script.house(Script.link("water", "/open"), Script.link("go", "/b")))
            case "PUT /open":
                if losesFirst, request.count == 1 { return (0, "") }
                let links = Script.link("go", "/shed") + Script.link("water", "/shut", type: "shut")
                return (200, Script.page("shed", "tag=\"s1\"", "<nav>\(links)</nav>"))
            case "GET /shed": return (look, Script.page("shelf", "label=\"full\""))
            case "PUT /shut": return (shut, shut == 204 ? "" : Script.page("trouble", "", "<oops>stuck</oops>"))
            default: return (404, Script.page("trouble"))
            }
        }
    }

    private static let look = """
        x-unverified: the shed is shut again
        steps:
          - {stepId: open, from: $session, follow: {rel: water, type: ""}, resume: again}
          - stepId: look
            from: $steps.open
            follow: {rel: go}
            onSuccess: [{type: end, outcome: read}]
        finally:
          - {stepId: shut, from: $steps.open, follow: {rel: water, type: shut}, resume: again}
        outputs: {shelf: $steps.look.item.label}
        """

    @Test func whatWasOpenedIsShut() async throws {
        let house = house()
        let result = try await house.run(Self.look)
        #expect(result.outcome == .read, "\(result.message)")
        #expect(result.outputs["shelf"]?.scalar == "full")
        #expect(result.leftovers.isEmpty)
        #expect(house.requests.dropFirst() == ["PUT /open", "GET /shed", "PUT /shut"])
    }

    @Test func alsoAfterAFailure() async throws {
        let house = house(look: 500)
        let result = try await house.run(Self.look)
        #expect(result.outcome == .failed, "\(result.message)")
        #expect(result.failure?.code == .httpError)
        #expect(house.requests.last == "PUT /shut")
    }

    @Test func aFailureThereHidesNothing() async throws {
        let result = try await house(shut: 409).run(Self.look)
        #expect(result.outcome == .read)
        #expect(result.outputs["shelf"]?.scalar == "full")
        #expect(result.leftovers.map(\.step) == ["shut"])
        #expect(result.message.contains("Afterwards ‘shut’ did not work"), "\(result.message)")
        #expect(result.json["leftovers"]?.elements?.first?["step"]?.scalar == "shut")
        let both = try await house(look: 500, shut: 409).run(Self.look)
        #expect(both.failure?.code == .httpError)
        #expect(both.leftovers.count == 1)
    }

    /// Whoever stops a run in between does not leave the shed open; a cancelled request would not get through.
    @Test(arguments: ["GET /shed", "PUT /shut"]) func alsoAfterAnInterruption(_ moment: String) async throws {
        let house = house()
        let task = Mutex<Task<RunResult, any Error>?>(nil)
        let outer = Script { request, world in
            if Task.isCancelled { return (0, "") }
            if request.line == moment, request.count == 1 {
                task.withLock { $0?.cancel() }
                return (0, "")
            }
            return house.reply(request, &world)
        }
        let workflow = try outer.workflow(Self.look)
        let client = try outer.connect()
        let journal = InMemoryJournal()
        try await client.logOn()
        let run = Task {
            try await WorkflowRunner(client: client, journal: journal).run(workflow, inputs: [:], run: "stopped")
        }
        task.withLock { $0 = run }
        let end = await run.result
        #expect(throws: CancellationError.self) { try end.get() }
        #expect(outer.requests.contains("PUT /shut"))
        let record = try #require(RunRecord(await journal.entries))
        #expect(record.canResume && record.suspension == "It was interrupted.")
    }

    /// A task that clears away is not ended by what was decided about the work, and not awaited for long.
    @Test func clearingAwayIsLimited() async throws {
        let script = Script { request, _ in
            switch request.line {
            case "GET /start": return (200, Script.house(Script.link("water", "/open"), Script.link("go", "/b")))
            case "PUT /open": return (200, Script.page("shed", "", "<nav>\(Script.link("go", "/shed"))</nav>"))
            default: return Task.isCancelled ? (0, "") : (503, "")
            }
        }
        let workflow = try script.workflow(
            """
            x-unverified: it is a trial
            steps:
              - {stepId: open, from: $session, follow: {rel: water, type: ""}, resume: again}
              - {stepId: look, from: $steps.open, follow: {rel: go}}
            finally:
              - stepId: shut
                from: $steps.open
                follow: {rel: go}
                onFailure: [{type: retry, retryAfter: 20, retryLimit: 9}]
            """
        )
        let client = try script.connect()
        try await client.logOn()
        let run = Task {
            try await WorkflowRunner(
                client: client,
                onEvent: { if $0.event == .stepStarted, $0.step == "look" { withUnsafeCurrentTask { $0?.cancel() } } }
            ).run(workflow, inputs: [:])
        }
        _ = await run.result
        #expect(script.requests.count { $0 == "GET /shed" } == 3, "\(script.requests)")
    }

    @Test func nothingIsShutThatWasNotOpened() async throws {
        let house = house()
        let client = try house.connect()
        let workflow = try house.workflow(Self.look)
        let result = try await HypermediaClient.withSession(client) { _ in
            try await WorkflowRunner(client: client, confirm: { _ in false }).run(workflow, inputs: [:])
        }
        #expect(result.failure?.code == .declined)
        #expect(house.writes.isEmpty)
        let plan = try await house.plan(Self.look)
        #expect(plan.write?.step == "open")
        #expect(house.writes.isEmpty)
    }

    @Test func aLostReplyWithoutLastingEffectIsAskedForAgain() async throws {
        let house = house(losesFirst: true)
        let result = try await house.run(Self.look)
        #expect(result.outcome == .read, "\(result.message)")
        #expect(house.writes == ["PUT /open", "PUT /open", "PUT /shut"])
        let lasting = self.house(losesFirst: true)
        let once = try await lasting.run(Self.look.replacing("resume: again", with: "resume: verified"))
        #expect(once.outcome == .unknown)
        #expect(lasting.writes.count == 1)
    }

    @Test func undoingIsFilledFromTheRun() throws {
        let workflow = try house().workflow(
            """
            inputs: {type: object, properties: {name: {type: string}, note: {type: string}}}
            compensate:
              workflowId: trial
              inputs: {name: "{$inputs.name} again", note: $inputs.note}
            steps: [{stepId: look, from: $session, follow: {rel: go}}]
            outputs: {look: {tag: $steps.look.item.tag}}
            """.replacing("note: $inputs.note}", with: "note: $outputs.look.tag}")
        )
        let compensation = try #require(workflow.compensation)
        #expect(compensation.workflowID == "trial")
        let filled = compensation.inputs(
            inputs: [JSONValue.Member("name", .string("rose"))],
            outputs: .members(("look", .members(("tag", .string("s1")))))
        )
        #expect(filled == ["name": "rose again", "note": "s1"])
        #expect(compensation.inputs(inputs: [], outputs: .null).isEmpty)
    }
}
