// SPDX-License-Identifier: Apache-2.0

#if Network
import Testing

@testable import emwalk

@Suite struct FoldedPartsTests {
    private static let week = ["Sunday", "Monday", "Tuesday"].flatMap { day in
        [
            (path: ["Schedule", "Standart", "Window", "Day"], value: "1,1,1,1"),
            (path: ["Schedule", "Standart", "Window", "Day", "Name"], value: day),
        ]
    }
    private static let job: [PropertyFolding.Row] =
        [
            (["Schedule", "Standart", "Waits"], "true"), (["Schedule", "Standart", "Daily", "Enabled"], "true"),
            (["Schedule", "Standart", "Daily", "Days"], "Mon"), (["Schedule", "Standart", "Daily", "Days"], "Tue"),
            (["Schedule", "Standart", "Daily", "Days"], "Wed"), (["Schedule", "Standart", "Daily", "Days"], "Fri"),
            (["Schedule", "Standart", "Daily", "Time"], "22:00"),
            (["Schedule", "Standart", "Monthly", "Enabled"], "false"),
            (["Schedule", "Standart", "Monthly", "Day"], "1"),
        ] + week + [
            (["Info", "Retention", "Cycles"], "14"), (["Info", "Retention", "Gfs", "Weekly", "Enabled"], "false"),
            (["Info", "Retention", "Gfs", "Weekly", "Weeks"], "4"), (["Kind"], "Backup"), (["Empty", "Path"], ""),
            (["Notes"], ""),
        ]

    @Test func eachPartIsALine() {
        let folded = FoldedParts(Self.job, style: Style(isOn: false), width: 60)
        #expect(
            folded.lines == [
                "  Kind          Backup", "  Notes         ", "  Schedule.Standart", "    Waits       true",
                "    Daily       on, Days Mon … Fri (4), Time 22:00", "    Monthly     off",
                "    Window.Day  3 × 4, all on", "  Info.Retention", "    Cycles      14", "    Gfs.Weekly  off",
                "  Empty         —",
            ]
        )
        #expect(folded.example == "Daily")
    }

    @Test func linesEndAtTheEdge() {
        for width in [30, 40, 80] {
            let folded = FoldedParts(Self.job, style: Style(isOn: false), width: width)
            #expect(folded.lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(width)")
            #expect(folded.lines.count == 11)
        }
    }

    @Test func whatHasNoPartsIsShownWhole() {
        let rows: [PropertyFolding.Row] = [(["A"], "1"), (["Days"], "Mon"), (["Days"], "Tue"), (["A"], "2")]
        let folded = FoldedParts(rows, style: Style(isOn: false), width: 40)
        #expect(folded.lines == ["  A     1, 2", "  Days  Mon, Tue"])
        #expect(folded.example == nil)
    }

    @Test(arguments: [
        (["1,1", "1,1"], "H 2 × 2, all on"), (["0,0,0"], "H 3, all off"), (["1,0,1", "0,0,1"], "H 2 × 3, 3 on"),
        (["1"], "H 1"), (["1,2"], "H 1,2"), (["a", "b", "c"], "H a, b, c"), (["a", "b", "c", "d"], "H a … d (4)"),
        ([""], "—"),
    ]) func valuesAreShort(_ values: [String], _ text: String) throws {
        let part = try #require(PropertyTree.trees(of: values.map { (["P", "H"], $0) }).first)
        #expect(PartSummary(part).text == text)
    }
}
#endif
