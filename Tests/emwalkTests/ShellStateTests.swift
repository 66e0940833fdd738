// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Hypermedia
import LineEditor
import Testing
import Workflows

@testable import emwalk

@Suite struct ShellStateTests {
    private func state() throws -> ShellState { ShellState(hub: try ShellSample.resource(ShellSample.hub)) }

    @Test func goingAndComingBack() throws {
        var state = try state()
        let jobs = state.trail.going(try step("Down:JobReferenceList"), to: try ShellSample.resource(ShellSample.jobs))
        state.go(to: jobs)
        let item = try #require(jobs.resource.items.first)
        state.go(to: jobs.going(.named("Nightly"), to: item))
        #expect(state.trail.path.description == "Down:JobReferenceList/@Nightly")
        #expect(state.trail.title?.name == "Nightly")
        let wasThere = state.goBack()
        #expect(wasThere)
        #expect(state.trail.path.description == "Down:JobReferenceList")
        #expect(state.listed.listing.entries.count == 4)
        let wasHome = state.goBack()
        #expect(wasHome)
        #expect(state.trail.title == nil)
        let isBack = state.goBack()
        #expect(!isBack)
    }

    @Test func anotherSessionTakesThePlaceOfOneThatEnded() throws {
        var state = try state()
        let jobs = state.trail.going(try step("Down:JobReferenceList"), to: try ShellSample.resource(ShellSample.jobs))
        state.go(to: jobs)
        state.list(NumberedListing(of: jobs.resource).showing { $0.item?.label == "Down" }, of: jobs)
        let hub = try ShellSample.resource(ShellSample.hub.replacing("/s/1", with: "/s/2"))
        state.begin(at: hub)
        #expect(state.trail.hub == hub && state.trail.path == jobs.path)
        #expect(state.listed.listing.shown.map(\.step.description) == ["@Down"])
        let wasHome = state.goBack()
        #expect(wasHome && state.trail.resource == hub)
        state.begin(at: try ShellSample.resource(ShellSample.hub))
        #expect(state.trail.resource.href?.text == "/s/1")
        #expect(state.listed.listing.resource == state.trail.resource)
    }

    @Test func namesAreLearnt() throws {
        var state = try state()
        #expect(state.names.isEmpty)
        state.list(try ShellSample.listing(ShellSample.jobs), of: state.trail)
        #expect(state.names == ["Nightly", "Shared", "Down"])
    }

    @Test func whereOneIsFillsInputs() throws {
        var state = try state()
        let jobs = try ShellSample.resource(ShellSample.jobs)
        let list = state.trail.going(try step("Down:JobReferenceList"), to: jobs)
        state.go(to: list.going(.named("Nightly"), to: try #require(jobs.items.first)))
        #expect(state.value(for: "job")?.value == "urn:1")
        #expect(state.value(for: "job")?.name == "Nightly")
        #expect(state.value(for: "repository") == nil)
    }

    @Test func settingsAreForCommandsThatTakeThem() throws {
        var settings = ShellSettings()
        #expect(settings.applied(to: ["ls"]) == ["ls"])
        try settings.set(["-o", "json"])
        #expect(settings.applied(to: ["ls", "3"]) == ["ls", "3", "--json"])
        #expect(settings.applied(to: ["ls", "-o", "csv"]) == ["ls", "-o", "csv"])
        #expect(settings.applied(to: ["go", "3"]) == ["go", "3"])
        try settings.set(["output", "yaml"])
        #expect(settings.applied(to: ["show"]) == ["show", "-o", "yaml"])
        try settings.set(["output", "text"])
        #expect(settings.applied(to: ["show"]) == ["show"])
        #expect(throws: CommandError.self) { try settings.set(["accept", "json"]) }
        #expect(throws: CommandError.self) { try settings.set(["hops", "maybe"]) }
        #expect(throws: CommandError.self) { try settings.set(["colour"]) }
    }

    @Test func nothingSecretIsKept() throws {
        let rule = HistoryRule(workflows: try WorkflowSource(file: nil).workflows)
        #expect(rule.kept("  go Nightly ") == "go Nightly")
        #expect(rule.kept("run clone-job job=Nightly name=x") == "run clone-job job=Nightly name=x")
        for line in [
            "", "# x", "create-credentials user=a password=b", "do Create Spec.Password=x", "do Edit AccessKey=x",
            "do Edit Url=https://em.example/x", "go \"open",
        ] { #expect(rule.kept(line) == nil, "\(line)") }
    }

    @Test func inputsMayGoWithoutTheirNames() throws {
        let workflow = try #require(try WorkflowSource(file: nil).workflows.first { $0.id == "link-repository" })
        let draft = InputDraft(workflow: workflow, words: ["Offsite Copy", "--yes", "--task-timeout", "5", "Vol 01"])
        #expect(draft.words == ["job=Offsite Copy", "--yes", "--task-timeout", "5", "repository=Vol 01"])
        #expect(draft.missing.isEmpty)
        #expect(InputDraft(workflow: workflow, words: ["repository=a=b"]).missing.map(\.name) == ["job"])
        #expect(InputDraft(workflow: workflow, words: ["a", "b", "c"]).words == ["job=a", "repository=b", "c"])
    }

    @Test func onlyWhatIsNewIsTold() {
        var news = WatchNews()
        #expect(news.take(["a", "b 1"]) == (["a", "b 1"], false))
        #expect(news.take(["a", "b 2"]) == (["b 2"], true))
        #expect(news.take(["a", "b 2"]) == ([], true))
        #expect(news.take(["b 1"]) == (["b 1"], true))
    }

    @Test func watchingIsCounted() throws {
        var order = try WatchOrder(["-n", "5", "-c", "2", "ls", "JobList"])
        #expect(order.pause == .seconds(5))
        #expect(order.line == ["ls", "JobList"])
        order.count()
        #expect(order.goesOn)
        order.count()
        #expect(!order.goesOn)
        #expect(try WatchOrder([]).line == ["show"])
        for words in [["-n", "x"], ["-c", "0", "ls"], ["do", "Start"], ["watch"]] {
            #expect(throws: CommandError.self) { try WatchOrder(words) }
        }
    }

    // MARK: Completion

    private func complete(_ text: String) throws -> [String] {
        var state = try state()
        state.list(try ShellSample.listing(ShellSample.repositories), of: state.trail)
        let workflows = try WorkflowSource(file: nil).workflows
        return ShellCompleter(workflows: workflows).complete(text, in: state).candidates.map(\.text)
    }

    @Test func verbsWorkflowsAndWhatIsHereComplete() throws {
        #expect(try complete("hom") == ["home"])
        #expect(try complete("clone-") == ["clone-job"])
        #expect(try complete("jobr") == ["JobReferenceList"])
        #expect(try complete("go Down:JobR") == ["Down:JobReferenceList"])
        #expect(try complete("go /JobR") == ["/JobReferenceList"])
        #expect(try complete("go Sum") == ["Summary"])
        #expect(try complete("do Del") == ["Delete"])
        #expect(try complete("ls JobList Free") == ["FreeSpace="])
        #expect(try complete("zzz") == [])
    }

    @Test func inputsAndTheirValuesComplete() throws {
        #expect(try complete("run link-repository rep") == ["repository="])
        #expect(try complete("link-repository job=x rep") == ["repository="])
        #expect(try complete("link-repository job=x job") == [])
        #expect(
            try complete("plan link-repository repository=Vol\\ 0") == [
                "repository=\"Vol 01\"", "repository=\"Vol 02\"", "repository=\"Vol 03\"",
            ]
        )
        #expect(try complete("plan link-repository repository=\"Vol 02") == ["repository=\"Vol 02\""])
        #expect(try complete("create-credentials password=") == [])
    }

    private func step(_ text: String) throws -> RelPath.Step { try #require(try RelPath(text).steps.first) }
}
#endif
