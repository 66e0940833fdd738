// SPDX-License-Identifier: Apache-2.0

import Foundation
import JSONReader
import NodeStore
import Testing

/// Random documents, held against what is known of them and against Foundation.
@Suite struct OracleTests {
    @Test(arguments: 0..<400 as Range<UInt64>)
    func nothingIsLost(_ seed: UInt64) throws {
        let document = RandomDocument(seed: seed)
        // By bytes: strings compare as equal where one is only another form of the other.
        #expect(try Array(ReadStore(document.loose).written.utf8) == Array(document.strict.utf8))
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func foundationReadsTheSame(_ seed: UInt64) throws {
        let text = RandomDocument(seed: seed).loose
        let expected = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        let read = try ReadStore(text)
        expectSame(read.store, .root, expected)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func aDamagedDocumentIsReadOrRefusedButNeverTraps(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array(RandomDocument(seed: seed).loose.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let index = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.insert(Array(#"{}[],:"\0-"#.utf8).randomElement(using: &generator) ?? 0, at: index)
            default: if bytes.count > 1 { bytes.remove(at: index) }
            }
        }
        do throws(ReadFailure) {
            // What is accepted must be text, and Foundation must accept what we write of it.
            let written = try ReadStore(bytes: bytes).written
            #expect(String(validating: bytes, as: UTF8.self) != nil)
            #expect((try? JSONSerialization.jsonObject(with: Data(written.utf8), options: .fragmentsAllowed)) != nil)
        } catch {
            #expect(error.line > 0 && error.column > 0)
        }
    }

    private func expectSame(_ store: NodeStore, _ node: NodeID, _ value: Any) {
        let children = Array(store.children(node))
        switch store.kind(node) {
        case .object:
            let object = value as? [String: Any]
            #expect(object?.count == children.count)
            for child in children {
                guard let member = object?[store.name(child)] else {
                    Issue.record("Foundation has no \(store.name(child))")
                    continue
                }
                expectSame(store, child, member)
            }
        case .array, .list:
            let array = value as? [Any]
            #expect(array?.count == children.count)
            for (child, item) in zip(children, array ?? []) { expectSame(store, child, item) }
        case .string: #expect(Array((value as? String ?? "?").utf8) == Array(store.text(node).utf8))
        case .number: #expect((value as? NSNumber)?.doubleValue == Double(store.text(node)))
        case .boolean: #expect(value as? Bool == (store.text(node) == "true"))
        case .null: #expect(value is NSNull)
        case .element: Issue.record("an element in JSON")
        }
    }
}
