// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Each mutator on one small document: what it changes and what it leaves.
@Suite struct MutatorTests {
    static let document = """
        <Shop xmlns="urn:example"><Name Id="1">A &amp; B</Name><Open>true</Open><Owner>urn:veeam:Job:1</Owner></Shop>
        """

    let tree: MarkedTree

    init() throws { tree = try MarkedTree(reading: Array(Self.document.utf8)) }

    private func texts(_ mutator: some Mutator) -> [String] {
        mutator.mutants(of: tree).map { String(decoding: $0.applied(to: tree.bytes), as: UTF8.self) }
    }

    private func changed(_ old: String, to new: String) -> String {
        guard let range = Self.document.range(of: old) else { return "" }
        return Self.document.replacingCharacters(in: range, with: new)
    }

    @Test func documentIsWrittenAsRead() { #expect(String(decoding: tree.bytes, as: UTF8.self) == Self.document) }

    @Test func ellipsisIsLeftOut() throws {
        let tree = try MarkedTree(reading: Array("<Shops><Shop/>...</Shops>".utf8))
        #expect(tree.isExcerpt)
        #expect(String(decoding: tree.bytes, as: UTF8.self) == "<Shops><Shop></Shop></Shops>")
    }

    @Test func requiredPartsAreDropped() {
        let open = Place(parent: "Shop", child: "Open")
        #expect(texts(MissingElements(required: [open])) == [changed("<Open>true</Open>", to: "")])
        let id = Place(parent: "Name", child: "@Id")
        #expect(texts(MissingAttributes(required: [id])) == [changed(" Id=\"1\"", to: "")])
    }

    @Test func unknownPartsAreAddedEverywhere() {
        #expect(texts(UnknownElements()).count == 4)
        #expect(texts(UnknownElements()).contains(changed("true", to: "true<Unheard>of</Unheard>")))
        #expect(texts(UnknownAttributes()).count == 4)
        #expect(texts(UnknownAttributes()).contains(changed("<Open", to: "<Open Unheard=\"of\"")))
    }

    @Test func valuesAreMadeWrong() {
        let open = Place(parent: "Shop", child: "Open")
        let types: [Place: ValueKind] = [open: .boolean, Place(parent: "Name", child: "@Id"): .decimal]
        #expect(
            texts(WrongTypes(types: types)) == [
                changed("Id=\"1\"", to: "Id=\"many\""), changed("true", to: "perhaps"), changed("true", to: "2"),
            ]
        )
        #expect(texts(WrongEnumerations(enumerated: [open])) == [changed("true", to: "UnheardOf")])
        let owner = [Place(parent: "Shop", child: "Owner"): Set(["urn:veeam:Job", "urn:veeam:Repository"])]
        let other = "urn:veeam:Backup:00112233-4455-6677-8899-aabbccddeeff"
        #expect(texts(WrongURNKinds(kinds: owner)) == [changed("urn:veeam:Job:1", to: other)])
    }

    @Test func identifiersInAttributesAreMadeWrong() throws {
        let tree = try MarkedTree(reading: Array("<Shop UID=\"urn:veeam:Shop:1\"/>".utf8))
        let kinds = [Place(parent: "Shop", child: "@UID"): Set(["urn:veeam:Shop"])]
        let mutants = WrongURNKinds(kinds: kinds).mutants(of: tree).map {
            String(decoding: $0.applied(to: tree.bytes), as: UTF8.self)
        }
        let other = "urn:veeam:Repository:00112233-4455-6677-8899-aabbccddeeff"
        #expect(mutants == ["<Shop UID=\"\(other)\"></Shop>"])
    }

    @Test func orderAndNumberAreMadeWrong() {
        let open = "<Open>true</Open>"
        let single = SecondOccurrences(single: [Place(parent: "Shop", child: "Open")])
        #expect(texts(single) == [changed(open, to: open + open)])
        let owner = "<Owner>urn:veeam:Job:1</Owner>"
        let swapped = SwappedOrder { first, _, _ in first == "Open" }
        #expect(texts(swapped) == [changed(open + owner, to: owner + open)])
    }
}
