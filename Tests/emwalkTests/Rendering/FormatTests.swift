// SPDX-License-Identifier: Apache-2.0

#if Network
import Hypermedia
import Testing
import Yams

@testable import emwalk

@Suite struct FormatTests {
    private static let tricky: JSONValue = .array([
        .members(("a", .string("x,y \"z\"\r\n-")), ("b", .string("true")), ("c", .null)),
        .members(("b", .number("1.50")), ("d", .array([.string("p"), .string("q")]))),
    ])

    @Test func csvQuotesWhatRFC4180Quotes() throws {
        let text = try #require(try OutputFormat.csv.text(Self.tricky))
        #expect(text == "a,b,c,d\r\n\"x,y \"\"z\"\"\r\n-\",true,,\r\n,1.50,,\"[\"\"p\"\",\"\"q\"\"]\"\r\n")
    }

    @Test func jsonLinesHaveALineForEachElement() throws {
        let lines = try #require(try OutputFormat.ndjson.text(Self.tricky)).split(separator: "\n")
        #expect(
            lines == ["{\"a\":\"x,y \\\"z\\\"\\r\\n-\",\"b\":\"true\",\"c\":null}", "{\"b\":1.50,\"d\":[\"p\",\"q\"]}"]
        )
    }

    @Test(arguments: ["true", "no", "1", "1.5e3", "null", "~", "2026-01-16", "", "- a", "a: b", "é\u{7}", "'", "x\ny "])
    func yamlKeepsTextText(_ text: String) throws {
        let yaml = try YAMLText.text(.members((text, .string(text)), ("flag", .boolean(true))))
        let read = try Yams.load(yaml: yaml) as? [String: Any]
        #expect(read?[text] as? String == text)
        #expect(read?["flag"] as? Bool == true)
    }

    @Test func foldingLosesNothing() {
        let rows: [(path: [String], value: String)] = [
            (["Days"], "Mon"), (["Days"], "Tue"), (["S", "Day"], "1,1"), (["S", "Day", "Name"], "Mon"),
            (["S", "Day"], "0,1"), (["S", "Day", "Name"], "Tue"), (["A"], ""), (["A"], "x"),
        ]
        let folded = PropertyFolding.fold(rows)
        #expect(
            folded.map { "\($0.path.joined(separator: "."))=\($0.value)" } == [
                "Days=Mon, Tue", "S.Day=Mon: 1,1", "S.Day=Tue: 0,1", "A=, x",
            ]
        )
    }

    @Test func whatIsCopiedIsNeverCut() {
        var console = Console(arguments: ["--color=never"])
        console.width = 40
        var table = TextTable("ITEM", "TYPE", "STATE")
        let long = "@" + String(repeating: "long ", count: 8)
        table.rows = [["@a", "Job", "Stopped"], [long, "JobReference", "Working"], ["@日本", "Job", ""]]
        table.uncut = [0]
        #expect(
            table.text(console).split(separator: "\n").map(String.init) == [
                "ITEM   TYPE          STATE", "@a     Job           Stopped", long, "       JobReference  Working",
                "@日本  Job           ",
            ]
        )
        table.rows.remove(at: 1)
        #expect(table.text(console).hasPrefix("ITEM   TYPE  STATE\n@a     Job   Stopped\n"))
    }

    @Test func columnsTellItemsApart() throws {
        let items = try ShellSample.resource(ShellSample.repositories).items
        #expect(ItemColumns.choose(items).map(\.description) == ["Capacity", "FreeSpace", "Kind", "Owner"])
    }

    @Test func columnsThatTellLeastGiveWay() {
        let columns: [(path: PropertyPath, cells: [String])] = [
            ("Job", ["a", "b"]), ("State", ["Stopped", "Stopped"]), ("Result", ["Failed", "Success"]),
            ("Progress", ["5 %", "6 %"]),
        ]
        func fit(_ room: Int) -> [String] {
            ItemColumns.fit(columns, names: ["a@1", "b@1"], room: room).map(\.description)
        }
        #expect(fit(100) == ["Job", "State", "Result", "Progress"])
        #expect(fit(30) == ["Job", "Result", "Progress"])
        #expect(fit(20) == ["Result", "Progress"])
        #expect(fit(5) == ["Result"])
    }
}
#endif
