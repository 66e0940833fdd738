// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Hypermedia
import Testing
import Workflows

@testable import emwalk

/// Lines of many runs: values, tables and objects.
@Suite struct EachInputsTests {
    private static func sets(
        _ text: String,
        of workflow: String = "link-repository",
        over given: [String: String] = [:]
    ) throws -> [[String: String]] {
        let workflow = try WorkflowCatalog.enterpriseManager().workflow(workflow)
        return try EachInputs.sets(of: text, "names.txt", for: workflow, over: given)
    }

    @Test func aValueALineIsTheFirstInputThatIsNeeded() throws {
        #expect(
            try Self.sets("Nightly\n\n# a remark\n  SQL Servers  \r\nA, B and C\n", of: "start-job")
                == [["job": "Nightly"], ["job": "SQL Servers"], ["job": "A, B and C"]]
        )
        #expect(
            try Self.sets("Backup Vol 01\n", over: ["job": "Offsite Copy"])
                == [["job": "Offsite Copy", "repository": "Backup Vol 01"]]
        )
    }

    @Test func aTableNamesItsColumns() throws {
        let text = """
            repository,job
            "Vol ""1"", north",Nightly
            Backup Vol 01 , Offsite Copy
            """
        #expect(
            try Self.sets(text) == [
                ["repository": "Vol \"1\", north", "job": "Nightly"],
                ["repository": "Backup Vol 01", "job": "Offsite Copy"],
            ]
        )
        // What a row leaves empty is as it is for all.
        #expect(
            try Self.sets("job,repository\nNightly,\n", over: ["repository": "R"]) == [
                ["job": "Nightly", "repository": "R"]
            ]
        )
    }

    @Test func anObjectALineNamesItsInputs() throws {
        #expect(
            try Self.sets("{\"job\": \"A\"}\n{\"job\": \"B\", \"repository\": \"S\"}", over: ["repository": "R"])
                == [["job": "A", "repository": "R"], ["job": "B", "repository": "S"]]
        )
    }

    @Test(arguments: [
        ("{\"job\": 1}", "Line 1"), ("{\"job\": \"A\"}\nNightly", "Line 2"), ("job,repository\nA,B,C", "Line 2"),
        ("job,repository\n\"A,B", "Line 2"), ("job,repository", "no rows"), ("\n# nothing\n", "no inputs"),
    ]) func whatCannotBeReadSaysWhere(_ text: String, _ word: String) {
        let error = #expect(throws: CommandError.self) { try Self.sets(text) }
        #expect(error?.message.contains(word) == true)
        #expect(error?.code.rawValue == "bad-file")
    }

    @Test func aValueNeedsAnInputToBeFor() {
        let error = #expect(throws: CommandError.self) {
            try Self.sets("x", over: ["job": "A", "repository": "B"])
        }
        #expect(error?.code.rawValue == "usage")
    }
}
#endif
