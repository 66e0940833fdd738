// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

/// Passages put together are the document.
@Suite struct XMLPassageTests {
    /// What lies directly in the roots of some stores, in order.
    private func children(_ stores: [NodeStore]) -> [String] {
        stores.flatMap { store in store.children(.root).map { subtree(store, $0) } }
    }

    private func subtree(_ store: NodeStore, _ node: NodeID) -> String {
        var text = store.name(node)
        for attribute in store.attributes(node) {
            text += " \(store.text(attribute.name))=\(store.text(attribute.value))"
        }
        if let link = store.link(at: node) {
            let owner = store.name(link.owner)
            text += " \(store.text(link.rel)):\(store.text(link.type)) \(store.text(link.href)) of \(owner)"
        }
        return text + "(\(store.text(node))\(store.children(node).map { subtree(store, $0) }.joined()))"
    }

    private func root(_ store: NodeStore) -> String {
        let attributes = store.attributes(.root).map { "\(store.text($0.name))=\(store.text($0.value))" }
        return "\(store.rootNamespace ?? "-") \(store.name(.root)) \(attributes)"
    }

    private func read(_ text: String, chunk: Int, passage: Int?) throws -> [NodeStore] {
        let reader = XMLStreamReader(shape: shape, passage: passage)
        var stores: [NodeStore] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            try reader.feed(Array(bytes[start..<min(start + chunk, bytes.count)]))
            stores += reader.takePassages()
        }
        return stores + [try reader.finish()]
    }

    private static let items = (0..<300).map { number in
        """
          <Ref Name='job &amp; \(number)' Odd\(number % 40)='y'><Links>
            <Link Rel='Up' Type='T\(number % 7)' Href='h?id=\(number)'/></Links>text \(number)<Sub><A>1</A></Sub></Ref>

        """
    }

    @Test(arguments: [1, 13, 4096, 1 << 20], [1, 500, 20_000])
    func passagesHoldWhatTheDocumentHolds(_ chunk: Int, _ passage: Int) throws {
        let text =
            "<?xml version='1.0'?><!-- c --><Refs xmlns='urn:x' Total='300' Kind='a &lt; b'>\n<Links>"
            + "<Link Rel='Delete' Href='d'/></Links>" + XMLPassageTests.items.joined() + "<Last>x</Last></Refs>\n"
        let whole = try #require(try read(text, chunk: chunk, passage: nil).first)
        let parts = try read(text, chunk: chunk, passage: passage)
        #expect(parts.count > 1)
        #expect(children(parts) == children([whole]))
        #expect(parts.allSatisfy { root($0) == root(whole) })
        #expect(parts.reduce(0) { $0 + $1.linkCount } == whole.linkCount)
        // None is longer than a passage, what is parsed at once and an item.
        #expect(parts.allSatisfy { $0.textBytes < passage * 2 + 1000 })
    }

    @Test func aShortDocumentIsOnePassage() throws {
        #expect(try read("<a><b/><c/></a>", chunk: 3, passage: 1000).count == 1)
    }

    @Test func whatIsBrokenAfterAPassageIsStillBroken() throws {
        let items = XMLPassageTests.items.joined()
        for text in ["<Refs>\(items)", "<Refs>\(items)</Ref>", "<Refs>\(items)<Ref a='1' a='2'/></Refs>"] {
            func failure(_ passage: Int?) -> ReadFailure? {
                do { _ = try read(text, chunk: 100, passage: passage) } catch { return error as? ReadFailure }
                return nil
            }
            let known = try #require(failure(nil))
            #expect(failure(50) == known)
        }
    }

    @Test func limitsHoldInEveryPassage() {
        let reader = XMLStreamReader(shape: shape, limits: ReadLimits(names: 100), passage: 10)
        let items = (0..<200).map { "<n\($0)>some text of it</n\($0)>" }.joined()
        #expect(throws: ReadFailure.self) {
            for byte in "<a>\(items)</a>".utf8 { try reader.feed([byte]) }
        }
    }

    @Test func textBetweenItemsStaysInItsPassage() throws {
        let parts = try read("<a>one<b>1</b>two<b>2</b>three</a>", chunk: 1, passage: 1)
        #expect(parts.map { $0.text(.root) }.joined(separator: "|") == "one|two|three")
    }
}
