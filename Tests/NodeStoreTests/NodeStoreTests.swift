// SPDX-License-Identifier: Apache-2.0

import NodeStore
import Testing

@Suite struct NodeStoreTests {
    private let shape = LinkShape(
        element: "Link",
        containers: ["Links"],
        rel: "Rel",
        type: "Type",
        href: "Href",
        name: "Name"
    )

    private func with(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        text.withUTF8(body)
    }

    @Test func keepsTreeTextAndFoldedNames() {
        var builder = NodeBuilder(shape: shape, limits: .standard)
        builder.open(builder.intern("Job"))
        with("Nightly") { builder.attribute(builder.intern("Name"), value: $0) }
        with("\n  ") { builder.append($0) }
        builder.open(builder.intern("JobType"))
        with("Back") { builder.append($0) }
        with("up") { builder.append($0) }
        builder.close()
        with("\n") { builder.append($0) }
        builder.open(builder.intern("Links"))
        builder.open(builder.intern("Link"))
        var href = TextRange.none
        with("h") { href = builder.store($0) }
        builder.link(rel: builder.intern("Up"), type: .none, href: href, name: .none)
        builder.close()
        builder.close()
        builder.close()
        let store = builder.freeze()

        #expect(store.count == 4)
        #expect(!store.hasText(.root))
        let children = Array(store.children(.root))
        #expect(children.map { store.name($0) } == ["JobType", "Links"])
        #expect(store.text(children[0]) == "Backup")
        #expect(store.folded("JOBTYPE") == store.folded(store.symbol(children[0])))
        #expect(store.folded("missing") == nil)
        #expect(store.linkCount == 1)
        #expect(store.link(0).owner == .root)
        #expect(store.text(store.link(0).rel) == "Up")
        #expect(!store.link(0).name.isPresent)
        let name = store.folded("name").flatMap { store.attribute(.root, folded: $0) }
        #expect(name.map { store.text($0) } == "Nightly")
        #expect(store.linkRange(inSubtreeOf: .root) == 0..<1)
        #expect(store.linkRange(inSubtreeOf: children[0]) == 0..<0)
    }

    @Test func mixedContentIsJoinedInOneRun() {
        var builder = NodeBuilder(shape: shape, limits: .standard)
        builder.open(builder.intern("a"))
        with("one ") { builder.append($0) }
        builder.open(builder.intern("b"))
        with("x") { builder.append($0) }
        builder.close()
        with("two") { builder.append($0) }
        let store = builder.freeze()
        #expect(store.text(.root) == "one two")
        #expect(store.children(.root).map { store.text($0) } == ["x"])
    }

    @Test func namesTheFirstLimitThatWasPassed() {
        var builder = NodeBuilder(shape: shape, limits: ReadLimits(depth: 2))
        for _ in 0..<3 { builder.open(builder.intern("a")) }
        #expect(builder.exceeded == "depth")
    }

    @Test func manyNamesSurviveRehashing() {
        var builder = NodeBuilder(shape: shape, limits: .standard)
        builder.open(builder.intern("root"))
        for index in 0..<5000 {
            builder.open(builder.intern("Name\(index)"))
            builder.close()
        }
        let store = builder.freeze()
        #expect(store.children(.root).enumerated().allSatisfy { store.name($1) == "Name\($0)" })
        #expect(store.folded("NAME4999") != nil)
    }

    @Test func namesThatDifferInTheirMiddlesOnly() {
        var builder = NodeBuilder(shape: shape, limits: .standard)
        builder.open(builder.intern("root"))
        func name(_ index: Int) -> String { "prefix--" + String(100_000 + index) + "--suffix" }
        for index in 0..<20_000 {
            builder.open(builder.intern(name(index)))
            builder.close()
        }
        #expect(builder.intern(name(77)) == builder.intern(name(77)))
        let store = builder.freeze()
        #expect(store.children(.root).enumerated().allSatisfy { store.name($1) == name($0) })
        #expect(store.folded(name(19_999).uppercased()) != nil)
    }

    @Test func manyTasksReadOneStore() async {
        var builder = NodeBuilder(shape: shape, limits: .standard)
        builder.open(builder.intern("root"))
        for index in 0..<500 {
            builder.open(builder.intern("Item"))
            with("\(index)") { builder.append($0) }
            builder.close()
        }
        let store = builder.freeze()
        let sums = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { store.children(.root).reduce(0) { $0 + (Int(store.text($1)) ?? 0) } }
            }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(Set(sums) == [124_750])
    }
}
