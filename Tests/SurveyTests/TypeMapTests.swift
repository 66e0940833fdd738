// SPDX-License-Identifier: Apache-2.0

#if Network
@testable import Survey
import Testing

@Suite struct TypeMapTests {
    @Test(arguments: SeededWorld.Dress.all) func noTypeStandsAlone(_ dress: SeededWorld.Dress) async throws {
        let world = try SeededWorld(dress)
        let map = try await world.crawl("a", policy: CrawlPolicy(depth: 2)).typeMap()
        let connected = Set(map.edges.flatMap { edge in edge.to.map { [edge.from, $0] } ?? [] })
        #expect(map.nodes.map(\.name).filter { !connected.contains($0) } == [])
        #expect(map.nodes.count > 60)
        // Where hrefs are another thing every time, so are the lists to which they lead.
        let lists = dress.isOpaque ? nil : 1
        for (list, item) in [("JobReferenceList", "JobReference"), ("RepositoryList", "Repository")] {
            let held = try #require(map.edges.first { $0.kind == .item && $0.from == list && $0.to == item }, "\(list)")
            #expect(held.count == map.nodes.first { $0.name == item }?.count)
            #expect(lists == nil || map.edges.contains { $0.kind == .link && $0.type == list && $0.to == list })
        }
        #expect(!map.nodes.contains { $0.name == "EntityReferences" })
    }

    @Test func whatHoldsAnotherIsDrawnOtherwiseThanWhatLeadsThere() throws {
        func edge(_ kind: TypeMapGraph.EdgeKind, _ rel: String, _ count: Int) -> TypeMapGraph.Edge {
            TypeMapGraph.Edge(kind: kind, from: "A", to: "B", rel: rel, type: nil, verb: nil, count: count)
        }
        let map = TypeMapGraph(
            nodes: [.init(name: "A", count: 1), .init(name: "B", count: 7)],
            edges: [edge(.link, "Down", 2), edge(.item, "", 7)]
        )
        let dot = map.dot()
        #expect(dot.contains("\"A\" -> \"B\" [label=\"Down (2)\"];"))
        #expect(dot.contains("\"A\" -> \"B\" [label=\"holds (7)\", style=dashed, arrowhead=odiamond];"))
        #expect(map.mermaid().contains("t0 -->|\"Down (2)\"| t1\n  t0 -.->|\"holds (7)\"| t1"))
        #expect(map.graphML().contains("<data key=\"kind\">item</data><data key=\"rel\"></data>"))
    }
}
#endif
