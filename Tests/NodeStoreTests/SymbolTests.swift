// SPDX-License-Identifier: Apache-2.0

import NodeStore
import Testing

@Suite struct SymbolTests {
    private let shape = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")

    @Test(arguments: 0...50) func oneByteTellsNamesApart(length: Int) {
        var builder = NodeBuilder(shape: shape, limits: .standard)
        let name = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }
        var names = [name]
        for index in name.indices {
            var other = name
            other[index] = UInt8(ascii: "_")
            names.append(other)
        }
        names.append(name + [UInt8(ascii: "a")])
        let symbols = names.map { $0.withUnsafeBufferPointer { builder.intern($0) } }
        #expect(Set(symbols).count == names.count)
        #expect(symbols == names.map { $0.withUnsafeBufferPointer { builder.intern($0) } })
        let store = builder.freeze()
        #expect(symbols.map { store.text($0) } == names.map { String(decoding: $0, as: UTF8.self) })
    }
}
