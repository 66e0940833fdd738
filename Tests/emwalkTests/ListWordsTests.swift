// SPDX-License-Identifier: Apache-2.0

#if Network
import Testing

@testable import emwalk

@Suite struct ListWordsTests {
    @Test(arguments: [
        ([], []), (["JobList"], ["JobList"]), (["Name~01"], ["--where", "Name~01"]),
        (["JobList", "Kind=a"], ["JobList", "--where", "Kind=a"]),
        (["JobList", "sql 02", "Kind!=a"], ["JobList", "--where", "~sql 02", "--where", "Kind!=a"]),
        (["A<5", "x"], ["--where", "A<5", "--where", "~x"]), (["~sql"], ["--where", "~sql"]),
        (["-o", "json", "JobList", "A=1"], ["JobList", "--where", "A=1", "-o", "json"]),
        (["JobList", "--fields=A=1", "--all"], ["JobList", "--fields=A=1", "--all"]),
        (["--where", "A=1", "JobList"], ["JobList", "--where", "A=1"]),
    ]) func wordsAreTakenAsTheyAreMeant(_ typed: [String], _ words: [String]) {
        #expect(ListWords(typed).words == words)
    }

    @Test(arguments: ["JobList", "Down:JobList/*[Name=x]", "*[Name=x]", "@a=b", "=x", "3", "a/b=c"])
    func pathsAreNoConditions(_ text: String) {
        #expect(!ViewCondition.isOne(text))
        #expect(ListWords([text]).words == [text])
    }
}
#endif
