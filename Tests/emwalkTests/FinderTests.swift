// SPDX-License-Identifier: Apache-2.0

#if Network
import Hypermedia
import Testing

@testable import emwalk

@Suite struct FinderTests {
    @Test func linksAreNumberedBeforeItems() throws {
        let hub = try ShellSample.listing(ShellSample.hub)
        #expect(
            hub.entries.map(\.step.description)
                == ["Down:JobReferenceList", "Down:JobList", "Down:Report", "Delete", "Create"]
        )
        #expect(hub.entries.map(\.number) == [1, 2, 3, 4, 5])
        let jobs = try ShellSample.listing(ShellSample.jobs)
        #expect(jobs.entries.map(\.step.description) == ["@Nightly", "*[UID=urn:2]", "*[UID=urn:3]", "@Down"])
    }

    @Test(arguments: [
        ("2", "Down:JobList"), ("JobList", "Down:JobList"), ("joblist", "Down:JobList"), ("Summary", "Down:Report"),
        ("Create", "Create"), ("create", "Create"), ("Report", "Down:Report"),
    ]) func aWordIsANumberTypeNameOrRelation(_ word: String, _ step: String) throws {
        let finder = Finder(try ShellSample.listing(ShellSample.hub))
        #expect(try finder.entry(word)?.step.description == step)
    }

    @Test func whatIsNotHereMayStillBeAPath() throws {
        let finder = Finder(try ShellSample.listing(ShellSample.hub))
        #expect(try finder.entry("Nightly")?.number == nil)
        // Several links: the error of the path tells them apart better.
        #expect(try finder.entry("Down")?.number == nil)
        #expect(throws: CommandError.self) { try finder.entry("6") }
    }

    @Test func whatIsCalledTheSameIsNotChosen() throws {
        let finder = Finder(try ShellSample.listing(ShellSample.jobs))
        let error = try #require(throws: CommandError.self) { try finder.entry("shared") }
        #expect(error.code.rawValue == "item-ambiguous")
        #expect(error.message.contains("2  *[UID=urn:2]"))
        #expect(try finder.entry("down")?.step.description == "@Down")
    }

    @Test(arguments: [
        ("Down:JobList", "Down:JobList"), ("down:joblist", "Down:JobList"), ("JobList", "Down:JobList"),
        ("Sync", "Sync"), ("Down:Nothing", "Down:Nothing"), ("@Nightly", "@Nightly"), ("self", "self"),
    ]) func stepsAreTakenAsTheyAreWritten(_ typed: String, _ meant: String) throws {
        let finder = Finder(try ShellSample.listing(ShellSample.hub))
        let step = try #require(try RelPath(typed).steps.first)
        #expect(try finder.refine(step).description == meant)
    }
}

#endif
