// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Hypermedia
import Testing

@testable import emwalk

@Suite struct ViewConditionTests {
    /// 2026-01-16T10:00:00Z, in a zone two hours east.
    private static let now = Date(timeIntervalSince1970: 1_768_557_600)

    @Test(arguments: [
        ("A=x", ["x"]), ("A=x", ["y", "x"]), ("A!=x", ["y"]), ("A!=x", []), ("A~SQL", ["my sql 01"]), ("A=5", ["5.0"]),
        ("A<10", ["9"]), ("A<=10", ["10"]), ("A>2GB", ["2147483649"]), ("A=1KiB", ["1024"]), ("A < 1.5 TB", ["5"]),
        ("A>12h ago", ["2026-01-16T01:00:00Z"]), ("A<12h ago", ["2026-01-15T20:00:00Z"]),
        ("A>=today", ["2026-01-15T22:00:00Z"]), ("A<today", ["2026-01-15T21:59:59Z"]),
        ("A=2026-01-16T12:00:00+02:00", ["2026-01-16T10:00:00.000Z"]), ("A>=2026-01-16", ["2026-01-15T22:30:00Z"]),
        ("A>=yesterday", ["2026-01-14T22:00:00Z"]), ("A=", [""]), ("A>b", ["c"]),
    ])
    func whatFits(_ condition: String, _ values: [String]) throws {
        let zone = try #require(TimeZone(secondsFromGMT: 7200))
        #expect(try ViewCondition(condition, now: Self.now, zone: zone).holds(for: values))
    }

    /// A server may live at another time.
    @Test func timeIsThatOfTheServer() throws {
        let condition = try ViewCondition("A>12h ago")
        #expect(!condition.holds(for: ["2026-01-16T09:00:00Z"]))
        var view = View()
        view.conditions = [condition]
        #expect(view.asked(at: "Fri, 16 Jan 2026 10:00:00 GMT").conditions[0].holds(for: ["2026-01-16T09:00:00Z"]))
        #expect(!view.asked(at: "Fri, 16 Jan 2026 10:00:00 GMT").conditions[0].holds(for: ["2026-01-15T09:00:00Z"]))
        #expect(!view.asked(at: "soon").conditions[0].holds(for: ["2026-01-16T09:00:00Z"]))
        #expect(!view.asked(at: nil).conditions[0].holds(for: ["2026-01-16T09:00:00Z"]))
    }

    @Test(arguments: [
        ("A=x", ["X"]), ("A=x", []), ("A!=x", ["y", "x"]), ("A<10", ["9a"]), ("A<10", ["10"]), ("A>2GB", ["soon"]),
        ("A>12h ago", ["2026-01-15T20:00:00Z"]), ("A>=2026-01-16", ["2026-01-15T21:30:00Z"]), ("A<10", []),
        // As text the one with fewer digits would be the larger one.
        ("A<9", ["10"]),
    ])
    func whatDoesNotFit(_ condition: String, _ values: [String]) throws {
        let zone = try #require(TimeZone(secondsFromGMT: 7200))
        #expect(try !ViewCondition(condition, now: Self.now, zone: zone).holds(for: values))
    }

    @Test(arguments: [
        ("Kind=Linux", ["Vol 01"]), ("kind!=Linux", ["Vol 02", "Vol 03"]), ("FreeSpace<2T", ["Vol 02", "Vol 03"]),
        ("FreeSpace>=335007449088", ["Vol 01", "Vol 02", "Vol 03"]), ("FreeSpace<=312g", ["Vol 03"]),
        ("Name~01", ["Vol 01"]), ("Name=Vol 02", ["Vol 02"]), ("Error~SQL", ["Vol 02"]), ("Capacity>100T", ["Vol 02"]),
        ("Nothing=1", []), ("~sql02", ["Vol 02"]), ("~VOL 03", ["Vol 03"]), ("~xyz", []), ("~/r/1", []),
    ]) func itemsFit(_ condition: String, _ expected: [String]) throws {
        let condition = try ViewCondition(condition)
        let items = try ShellSample.resource(ShellSample.repositories).items
        #expect(items.filter { condition.holds(for: ItemValues($0)) }.compactMap(\.label) == expected)
    }

    @Test(arguments: ["", "A", "=x", "<5", "~"]) func whatIsNoCondition(_ text: String) {
        #expect(throws: CommandError.self) { try ViewCondition(text) }
    }
}
#endif
