// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore
import Testing

@Suite struct LimitTests {
    @Test(arguments: [
        ("depth", "[[[1]]]", ReadLimits(depth: 3), 1, 4), ("depth", "{\"a\":\n{\"b\":{}}}", ReadLimits(depth: 2), 2, 6),
        ("nodes", "[1,2,3]", ReadLimits(nodes: 3), 1, 6),
        ("value-bytes", #"["abcd"]"#, ReadLimits(valueBytes: 3), 1, 2),
        ("value-bytes", "[1234]", ReadLimits(valueBytes: 3), 1, 2),
        ("value-bytes", #"{"abcd":1}"#, ReadLimits(valueBytes: 3), 1, 2),
        // The reader's own names count: the empty one of the root, and the link containers in two cases.
        ("names", #"{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7}"#, ReadLimits(names: 5), 1, 26),
        ("document-bytes", "[1,2,3]", ReadLimits(documentBytes: 6), 1, 1),
    ])
    func eachIsNamed(_ name: String, _ text: String, _ limits: ReadLimits, line: Int, column: Int) {
        let failure = #expect(throws: ReadFailure.self) { try ReadStore(text, limits: limits) }
        #expect(failure?.code == .limit)
        #expect(failure?.limit == name)
        #expect(failure?.message.contains(name) == true)
        #expect("\(failure?.line ?? 0):\(failure?.column ?? 0)" == "\(line):\(column)")
    }

    @Test(arguments: [
        ("[[1]]", ReadLimits(depth: 3)), ("[1,2]", ReadLimits(nodes: 3)),
        (#"{"a\n":"\u00e9x"}"#, ReadLimits(valueBytes: 3)),
        ("[1,2,3]", ReadLimits(documentBytes: 7)),
    ])
    func whatJustFitsIsRead(_ text: String, _ limits: ReadLimits) throws {
        _ = try ReadStore(text, limits: limits)
    }

    @Test(arguments: ["[", #"{"a":"#])
    func aMillionBracketsPassTheDepthLimit(_ bracket: String) {
        let text = String(repeating: bracket, count: 1_000_000)
        let failure = #expect(throws: ReadFailure.self) { try ReadStore(text) }
        #expect(failure?.limit == "depth")
        #expect(failure?.column == 200 * bracket.utf8.count + 1)
    }

    @Test func aMillionLevelsNeedNoStack() throws {
        let count = 1_000_000
        let limits = ReadLimits(depth: count)
        let open = String(repeating: "[", count: count)
        let store = try ReadStore(open + String(repeating: "]", count: count), limits: limits).store
        #expect(store.count == count)
        let failure = #expect(throws: ReadFailure.self) { try ReadStore(open, limits: limits) }
        #expect(failure?.code == .malformed)
        #expect(failure?.column == count + 1)
    }

    @Test func manyKeysInOneObject() throws {
        let keys = (0..<30_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        #expect(try ReadStore("{\(keys)}").store.count == 30_001)
        let failure = #expect(throws: ReadFailure.self) { try ReadStore("{\(keys),\"k0\":0}") }
        #expect(failure?.code == .duplicateKey)
    }
}
