// SPDX-License-Identifier: Apache-2.0

#if Network
import Testing

@testable import emwalk

@Suite struct LayoutTests {
    private static let properties: [(path: [String], value: String)] = [
        (["Kind"], "Backup"), (["Options", "Daily", "Enabled"], "true"), (["Options", "Daily", "Days"], "Sunday"),
        (["Options", "Daily", "Days"], "Monday"), (["Options", "Note"], "one two three four five six seven"),
    ]

    @Test func propertiesAreGroupedOnATerminal() {
        let list = PropertyList(Self.properties, style: Style(isOn: false), width: 36)
        #expect(
            list.lines == [
                "  Kind       Backup", "  Options.Daily", "    Enabled  true", "    Days     Sunday",
                "             Monday", "  Options", "    Note     one two three four five ", "             six seven",
            ]
        )
    }

    @Test func anAttributeStaysWithItsElement() {
        let schedule: [(path: [String], value: String)] = [
            (["Times", "Day"], "1"), (["Times", "Day", "Name"], "Sunday"), (["Times", "Day"], "2"),
            (["Times", "Day", "Name"], "Monday"),
        ]
        let list = PropertyList(schedule, style: Style(isOn: false), width: 60)
        let trimmed = list.lines.map { $0.split(separator: " ").joined(separator: " ") }
        #expect(trimmed == ["Times", "Day 1", "Day.Name Sunday", "Day 2", "Day.Name Monday"])
    }

    @Test func elsewhereEachLineHasTheWholePath() {
        let list = PropertyList(Self.properties, style: Style(isOn: true), width: nil)
        #expect(list.lines.first == "Kind\tBackup")
        #expect(list.lines.contains("Options.Daily.Days\tMonday"))
    }

    @Test(arguments: ["", "a", "abcdefghij klm", "a b c d e f", "日本語の長い名前です", "   "]) func wrappingLosesNothing(
        _ text: String
    ) {
        for width in 2...12 {
            let pieces = PropertyList.wrap(text, to: width)
            #expect(pieces.joined() == text)
            #expect(pieces.allSatisfy { DisplayWidth.of(String($0.reversed().drop { $0 == " " })) <= width })
        }
    }

    @Test func aServerMayNotPaint() {
        #expect(PlainText.oneLine("a\nb\tc\u{1B}[31md\u{202E}e") == "a b c\u{FFFD}[31md\u{FFFD}e")
        #expect(PlainText.oneLine("日本 é") == "日本 é")
    }
}
#endif
