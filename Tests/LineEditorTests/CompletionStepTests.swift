// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import LineEditor

@Suite struct CompletionStepTests {
    private static func step(_ typed: String, _ texts: String...) -> CompletionStep {
        CompletionStep(Completion(typed: typed, candidates: texts.map { Completion.Candidate($0) }))
    }

    @Test func nothingFits() { #expect(Self.step("x") == .nothing) }

    @Test func theOnlyOneIsTakenWithABlank() {
        #expect(Self.step("Sta", "Start") == .replace(count: 3, by: "Start "))
        let open = Completion(typed: "job", candidates: [.init("job=", isOpen: true)])
        #expect(CompletionStep(open) == .replace(count: 3, by: "job="))
    }

    @Test func theOnlyOneMayBeWrittenOtherwise() {
        #expect(Self.step("sta", "Start") == .replace(count: 3, by: "Start "))
    }

    @Test func whatAllHaveInCommonIsTaken() {
        #expect(Self.step("J", "JobList", "JobReferenceList") == .replace(count: 1, by: "Job"))
    }

    @Test func whereNothingIsToBeAddedTheyAreShown() {
        #expect(Self.step("Job", "JobList", "JobReferenceList") == .show(["JobList", "JobReferenceList"]))
        #expect(Self.step("", "ls", "go") == .show(["ls", "go"]))
    }

    @Test func whatWasTypedIsNeverShortened() {
        #expect(Self.step("jo", "Job", "JOKER") == .show(["Job", "JOKER"]))
    }

    @Test func countsAreThoseOfScalars() {
        #expect(Self.step("e\u{301}", "e\u{301}tat") == .replace(count: 2, by: "e\u{301}tat "))
    }

    @Test func columnsAreFilledFromTopToBottom() {
        #expect(Columns(["a", "bb", "c", "d", "e"], width: 12).lines == ["a   c   e", "bb  d"])
        #expect(Columns(["a", "b", "c"], width: 1).lines == ["a", "b", "c"])
        #expect(Columns([], width: 10).lines == [])
        #expect(Columns(["a", "b", "c"], width: 80, most: 2).lines == ["a  b", "… and 1 more: type another letter"])
    }
}
