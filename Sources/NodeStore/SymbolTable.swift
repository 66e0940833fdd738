// SPDX-License-Identifier: Apache-2.0

/// Names seen once each, by their bytes, with the spelling that ignores ASCII case.
struct SymbolTable: ~Copyable {
    private var bytes = Column<UInt8>(capacity: 2048)
    private var entries = Column<SymbolRecord>(capacity: 128)
    /// Open addressing: index + 1 into `entries`, 0 being free; the size is a power of two.
    private var slots = Column<UInt32>(capacity: 512)
    private var mask = 511

    init() {
        for _ in 0...511 { slots.append(0) }
    }

    var count: Int { entries.count }

    /// The symbol of these bytes, new or known.
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Symbol {
        let hash = SymbolTable.hash(text)
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot] - 1)
            if entries[index].hash == hash, matches(entries[index], text) { return Symbol(rawValue: UInt32(index)) }
            slot = (slot + 1) & mask
        }
        return insert(text, hash: hash, slot: slot)
    }

    /// The symbol of this text, new or known.
    mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// The symbol whose spelling is this text in lower case, if any name of the document is spelt so but for case.
    func folded(_ text: String) -> Symbol? {
        var lower = Array(text.utf8)
        for index in lower.indices where lower[index] &- 65 < 26 { lower[index] |= 0x20 }
        return lower.withUnsafeBufferPointer { find($0) }
    }

    func folded(_ symbol: Symbol) -> Symbol {
        symbol == .none ? .none : entries[Int(symbol.rawValue)].folded
    }

    func text(_ symbol: Symbol) -> String {
        guard symbol != .none else { return "" }
        return String(decoding: buffer(entries[Int(symbol.rawValue)]), as: UTF8.self)
    }

    private func find(_ text: UnsafeBufferPointer<UInt8>) -> Symbol? {
        let hash = SymbolTable.hash(text)
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot] - 1)
            if entries[index].hash == hash, matches(entries[index], text) { return Symbol(rawValue: UInt32(index)) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> Symbol {
        let symbol = Symbol(rawValue: UInt32(entries.count))
        let offset = UInt32(bytes.count)
        if let start = text.baseAddress { bytes.append(contentsOf: start, count: text.count) }
        entries.append(SymbolRecord(offset: offset, length: UInt32(text.count), hash: hash, folded: symbol))
        slots[slot] = symbol.rawValue + 1
        if entries.count * 2 > mask { rehash() }
        if text.contains(where: { $0 &- 65 < 26 }) {
            var lower = Array(text)
            for index in lower.indices where lower[index] &- 65 < 26 { lower[index] |= 0x20 }
            let folded = lower.withUnsafeBufferPointer { intern($0) }
            var entry = entries[Int(symbol.rawValue)]
            entry.folded = folded
            entries[Int(symbol.rawValue)] = entry
        }
        return symbol
    }

    private mutating func rehash() {
        let size = (mask + 1) * 2
        var larger = Column<UInt32>(capacity: size)
        for _ in 0..<size { larger.append(0) }
        mask = size - 1
        for index in 0..<entries.count {
            var slot = Int(entries[index].hash) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = UInt32(index) + 1
        }
        slots = larger
    }

    private func buffer(_ entry: SymbolRecord) -> UnsafeBufferPointer<UInt8> {
        bytes.buffer(TextRange(offset: entry.offset, length: entry.length))
    }

    private func matches(_ entry: SymbolRecord, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.length) == text.count else { return false }
        return buffer(entry).elementsEqual(text)
    }

    /// FNV-1a: names are short, and a table of them is small.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in text { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }
}
