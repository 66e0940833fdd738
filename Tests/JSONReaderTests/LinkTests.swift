// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore
import Testing

@Suite struct LinkTests {
    @Test func pascalCase() throws {
        let read = try ReadStore(
            #"""
            {"Name": "Night job", "Links": [
              {"Rel": "Up", "Href": "https://em.example:9398/api/x\/1", "Name": "vbr-1", "Type": "BackupServerReference"},
              {"Rel": "Start", "Href": "https://em.example:9398/api/jobs/1?action=start", "Name": null, "Type": null}
            ], "Href": "https://em.example:9398/api/jobs/1", "Type": "JobReference"}
            """#
        )
        #expect(
            read.links == [
                "|Up|BackupServerReference|https://em.example:9398/api/x/1|vbr-1",
                "|Start|-|https://em.example:9398/api/jobs/1?action=start|-",
            ]
        )
        let store = read.store
        let link = store.link(1)
        #expect(store.link(at: link.node)?.href == link.href)
        #expect(store.name(link.node) == "Link")
        #expect(store.children(link.node).map { store.name($0) } == ["Rel", "Href", "Name", "Type"])
        #expect(link.owner == .root)
    }

    @Test func camelCaseAsVersion13Writes() throws {
        let read = try ReadStore(
            #"{"refs":[{"uid":"u1","links":[{"rel":"Up","href":"h1","type":"T","name":"n"}]},{"links":[{"href":"h2","rel":"Down"}]}]}"#
        )
        #expect(read.links == ["ref|Up|T|h1|n", "ref|Down|-|h2|-"])
        let refs = Array(read.store.children(.root)).flatMap { Array(read.store.children($0)) }
        #expect(refs.map { read.store.linkRange(inSubtreeOf: $0) } == [0..<1, 1..<2])
    }

    @Test(arguments: [
        #"{"Links":null}"#, #"{"Links":[]}"#, #"{"Links":[null]}"#, #"{"Links":{}}"#, #"{"Links":"x"}"#,
        // No target, no relation, or neither.
        #"{"Links":[{"Rel":"Up"}]}"#, #"{"Links":[{"Rel":"Up","Href":null}]}"#, #"{"Links":[{"Href":"h"}]}"#,
        #"{"Links":[{"Rel":null,"Href":"h"}]}"#, #"{"Links":[{"Rel":["Up"],"Href":"h"}]}"#,
        // Not where links stand.
        #"{"Rel":"Up","Href":"h"}"#, #"{"Link":{"Rel":"Up","Href":"h"}}"#, #"[{"Rel":"Up","Href":"h"}]"#,
        #"{"Links":{"Rel":"Up","Href":"h"}}"#, #"{"Links":{"Other":[{"Rel":"Up","Href":"h"}]}}"#,
        #"{"Links":[[{"Rel":"Up","Href":"h"}]]}"#, #"{"Links":[{"In":{"Rel":"Up","Href":"h"}}]}"#,
    ])
    func noLink(_ text: String) throws {
        let read = try ReadStore(text)
        #expect(read.links == [])
        #expect(read.written == text)
    }

    @Test func theEmptyNameIsAName() throws {
        #expect(try ReadStore(#"{"Links":[{"Rel":"Delete","Href":"h","Name":""}]}"#).links == ["|Delete|-|h|"])
    }

    @Test func linksUnderTheNameOfTheirElement() throws {
        let read = try ReadStore(
            #"{"Job":{"Links":{"Link":[{"Rel":"A","Href":"1"},{"Rel":"B","Href":"2"}]},"Actions":{"link":{"Rel":"C","Href":"3"}}}}"#
        )
        #expect(read.links == ["Job|A|-|1|-", "Job|B|-|2|-", "Job|C|-|3|-"])
    }

    @Test func everyPartMayHaveEscapes() throws {
        let read = try ReadStore(
            #"{"\u004cinks":[{"\u0052el":"\u0055p","Href":"\u0068\/é","Type":"\u0054","Name":"a\tb"}],"after":"\n"}"#
        )
        #expect(read.links == ["|Up|T|h/é|a\tb"])
    }

    @Test func theFirstOfTwoSpellingsWins() throws {
        #expect(try ReadStore(#"{"Links":[{"Rel":"A","Href":"1","href":"2","rel":"B"}]}"#).links == ["|A|-|1|-"])
    }

    @Test func halKeysAreRelations() throws {
        let read = try ReadStore(
            #"""
            {"_links": {"self": {"href": "/orders"}, "curies": [{"name": "ea", "href": "/d/{rel}", "templated": true}],
               "items": [{"href": "/1", "name": "one", "type": "text/html"}, {"href": null}, {"href": "/2"}], "next": null},
             "_embedded": {"orders": [{"_links": {"self": {"href": "/o/1"}}}]}}
            """#,
            shape: Shapes.hal
        )
        #expect(
            read.links == [
                "|self|-|/orders|-", "|curies|-|/d/{rel}|ea", "|items|text/html|/1|one", "|items|-|/2|-",
                "order|self|-|/o/1|-",
            ]
        )
        #expect(read.store.link(2).node != read.store.link(3).node)
        #expect(read.store.name(read.store.link(2).node) == "items")
    }

    @Test(arguments: [
        // The outer one is known to be a link before the inner ones come.
        (#"{"Rel":"A","Href":"1","Links":[{"Rel":"B","Href":"2"}],"Name":"late"}"#, ["|A|-|1|-", "Link|B|-|2|-"]),
        // It is not: it counts as an item with links of its own.
        (#"{"Rel":"A","Links":[{"Rel":"B","Href":"2"}],"Href":"1"}"#, ["Link|B|-|2|-"]),
        // The inner container has no links.
        (#"{"Rel":"A","Links":[],"Href":"1"}"#, ["|A|-|1|-"]),
        (#"{"Rel":"A","Href":"1","x":{"Links":[{"Rel":"B","Href":"2"}]}}"#, ["x|B|-|2|-"]),
    ])
    func nestedLinksStayInOrder(_ link: String, _ expected: [String]) throws {
        let read = try ReadStore(#"{"Links":[\#(link)]}"#)
        #expect(read.links == expected)
        let nodes = (0..<read.store.linkCount).map { read.store.link($0).node }
        #expect(nodes == nodes.sorted())
    }
}
