// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import EnterpriseManagerSimulator

@Suite struct TableTests {
    private struct Thing: TableRecord, Equatable {
        let id: GUID
        var label: String
    }

    private func table(_ count: Int, seed: UInt64 = 1) -> Table<Thing> {
        Table(kind: "thing", seed: seed, generating: count) { Thing(id: $1, label: "thing \($0)") }
    }

    @Test func idsLeadBackToTheirNumber() {
        let codec = GUIDCodec(kind: "thing", seed: 7)
        var known: Set<GUID> = []
        for number in Array(0..<2_000) + [1 << 31, 1 << 40, 1 << 61] {
            let id = codec.id(number)
            #expect(known.insert(id).inserted)
            #expect(codec.number(id, below: .max) == number)
            #expect(codec.number(id, below: number) == nil)
            #expect(GUID(id.description) == id)
        }
        #expect(GUIDCodec(kind: "other", seed: 7).number(codec.id(5), below: .max) == nil)
        #expect(GUIDCodec(kind: "thing", seed: 8).number(codec.id(5), below: .max) == nil)
    }

    @Test func listsShowPlacedThenGeneratedThenAdded() {
        var things = table(2)
        things.add(Thing(id: GUID(high: 0, low: 2), label: "late"))
        things.place(Thing(id: GUID(high: 0, low: 1), label: "first"))
        #expect(things.records.map(\.label) == ["first", "thing 0", "thing 1", "late"])
        #expect(things.count == 4)
    }

    @Test func changesStayAndRemovedRecordsStayAway() throws {
        var things = table(3)
        let second = things.codec.id(1)
        things.update(second) { $0.label = "changed" }
        things.remove(things.codec.id(0))
        things.remove(things.codec.id(0))
        #expect(things.records.map(\.label) == ["changed", "thing 2"])
        #expect(things[second]?.label == "changed")
        things.remove(second)
        things.update(second) { $0.label = "ghost" }
        #expect(things[second] == nil)
        #expect(things.count == 1)
        #expect(table(3, seed: 2).codec.id(0) != table(3).codec.id(0))
    }
}
