// SPDX-License-Identifier: Apache-2.0

#if Network
import Hypermedia
import Testing

@testable import emwalk

@Suite struct ItemFilterTests {
    private func names(_ filter: ItemFilter) throws -> [String] {
        try ShellSample.resource(ShellSample.repositories).items.filter(filter.holds).compactMap(\.label)
    }

    @Test(arguments: [
        ("Kind=linux", ["Vol 01"]), ("kind!=Linux", ["Vol 02", "Vol 03"]), ("FreeSpace<2T", ["Vol 02", "Vol 03"]),
        ("FreeSpace>=335007449088", ["Vol 01", "Vol 02", "Vol 03"]), ("FreeSpace<=312g", ["Vol 03"]),
        ("Name~01", ["Vol 01"]), ("Name=Vol 02", ["Vol 02"]), ("Error~SQL", ["Vol 02"]), ("Capacity>100T", ["Vol 02"]),
        ("Nothing=1", []),
    ]) func conditions(_ text: String, _ expected: [String]) throws {
        #expect(try names(try #require(ItemFilter(text))) == expected)
    }

    @Test func aWordMayOccurAnywhere() throws {
        #expect(try names(ItemFilter(word: "sql02")) == ["Vol 02"])
        #expect(try names(ItemFilter(word: "VOL 03")) == ["Vol 03"])
        #expect(try names(ItemFilter(word: "xyz")) == [])
    }

    @Test(arguments: ["JobList", "Down:JobList/*[Name=x]", "*[Name=x]", "@a=b", "=x", "3", "a/b=c"])
    func pathsAreNoConditions(_ text: String) { #expect(ItemFilter(text) == nil) }

    @Test func columnsTellItemsApart() throws {
        let items = try ShellSample.resource(ShellSample.repositories).items
        #expect(ListingText.columns(of: items).map(\.description) == ["Capacity", "FreeSpace", "Kind", "Error"])
    }

    @Test(arguments: [
        ("8946416877568", "FreeSpace", "8.1 TiB"), ("536870912000", "Capacity", "500 GiB"),
        ("1048576", "Size", "1.0 MiB"),
        ("1023", "Size", "1023"), ("8946416877568", "Id", "8946416877568"),
        ("2026-01-15T22:00:49Z", "Start", "2026-01-15 22:00Z"),
        ("2026-01-15T22:00:49.5+01:00", "Start", "2026-01-15 22:00"),
        ("22:00", "Time", "22:00"),
    ]) func valuesForPeople(_ value: String, _ name: String, _ text: String) {
        #expect(ReadableValue(value, of: PropertyPath(name)).text == text)
    }
}
#endif
