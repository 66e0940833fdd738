// SPDX-License-Identifier: Apache-2.0

/// Names seen once each, by their bytes, with the spelling that ignores ASCII case.
///
/// Rows are read by pointer, without the checks of ``Column``'s subscript: a slot holds nothing but the index of a
/// row, and a symbol from outside is checked in ``folded(_:)-(Symbol)`` and ``text(_:)``.
struct SymbolTable: ~Copyable {
    private var bytes = Column<UInt8>(capacity: 1024)
    private var entries = Column<SymbolRecord>(capacity: 64)
    /// Open addressing: index + 1 into `entries`, 0 being free; the size is a power of two.
    private var slots = Column<UInt32>(repeating: 0, count: 256)
    private var mask = 255

    init() {}

    var count: Int { entries.count }
    /// How many bytes the spellings have.
    var byteCount: Int { bytes.count }

    /// The symbol of these bytes, new or known.
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Symbol {
        let hash = SymbolTable.hash(text)
        var slot = Int(hash) & mask
        while slots.base[slot] != 0 {
            let index = slots.base[slot] &- 1
            if matches(entries.base + Int(index), text, hash: hash) { return Symbol(rawValue: index) }
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
        SymbolTable.lowercase(text.utf8).withUnsafeBufferPointer { find($0) }
    }

    func folded(_ symbol: Symbol) -> Symbol {
        symbol == .none ? .none : entries[Int(symbol.rawValue)].folded
    }

    func text(_ symbol: Symbol) -> String {
        guard symbol != .none else { return "" }
        return String(decoding: buffer(entries[Int(symbol.rawValue)]), as: UTF8.self)
    }

    /// Whether a symbol stands for exactly these bytes.
    func isSpelt(_ symbol: Symbol, _ bytes: [UInt8]) -> Bool {
        symbol != .none && buffer(entries[Int(symbol.rawValue)]).elementsEqual(bytes)
    }

    /// ASCII letters in lower case, everything else as it is.
    static func lowercase(_ text: some Sequence<UInt8>) -> [UInt8] {
        text.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    }

    private func find(_ text: UnsafeBufferPointer<UInt8>) -> Symbol? {
        let hash = SymbolTable.hash(text)
        var slot = Int(hash) & mask
        while slots.base[slot] != 0 {
            let index = slots.base[slot] &- 1
            if matches(entries.base + Int(index), text, hash: hash) { return Symbol(rawValue: index) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    @inline(never)
    private mutating func insert(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> Symbol {
        let symbol = Symbol(rawValue: UInt32(entries.count))
        let offset = UInt32(bytes.count)
        if let start = text.baseAddress { bytes.append(contentsOf: start, count: text.count) }
        entries.append(SymbolRecord(offset: offset, length: UInt32(text.count), hash: hash, folded: symbol))
        slots.base[slot] = symbol.rawValue + 1
        if entries.count * 2 > mask { rehash() }
        if text.contains(where: { $0 &- 65 < 26 }) {
            let folded = SymbolTable.lowercase(text).withUnsafeBufferPointer { intern($0) }
            entries.base[Int(symbol.rawValue)].folded = folded
        }
        return symbol
    }

    private mutating func rehash() {
        let size = (mask + 1) * 2
        let larger = Column<UInt32>(repeating: 0, count: size)
        mask = size - 1
        for index in 0..<entries.count {
            var slot = Int(entries.base[index].hash) & mask
            while larger.base[slot] != 0 { slot = (slot + 1) & mask }
            larger.base[slot] = UInt32(index) + 1
        }
        slots = larger
    }

    private func buffer(_ entry: SymbolRecord) -> UnsafeBufferPointer<UInt8> {
        bytes.buffer(TextRange(offset: entry.offset, length: entry.length))
    }

    @inline(__always)
    private func matches(
        _ entry: UnsafeMutablePointer<SymbolRecord>,
        _ text: UnsafeBufferPointer<UInt8>,
        hash: UInt32
    ) -> Bool {
        guard entry.pointee.hash == hash, Int(entry.pointee.length) == text.count else { return false }
        guard let right = UnsafeRawPointer(text.baseAddress) else { return true }
        let left = UnsafeRawPointer(bytes.base + Int(entry.pointee.offset))
        var index = 0
        while index + 8 <= text.count {
            if SymbolTable.word(left + index) != SymbolTable.word(right + index) { return false }
            index += 8
        }
        while index < text.count {
            if left.load(fromByteOffset: index, as: UInt8.self) != right.load(fromByteOffset: index, as: UInt8.self) {
                return false
            }
            index += 1
        }
        return true
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawPointer) -> UInt64 { bytes.loadUnaligned(as: UInt64.self) }

    /// Eight bytes at a time, all of them: names from a server must not be able to collide by their middles.
    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let base = text.baseAddress else { return 0 }
        let bytes = UnsafeRawPointer(base)
        let count = text.count
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        while index + 8 <= count {
            hash = mix(hash ^ word(bytes + index))
            index += 8
        }
        var tail: UInt64 = 0
        if count >= 8 {
            // The last eight bytes, some of them a second time: cheaper than collecting what is left.
            if index < count { tail = word(bytes + (count - 8)) }
        } else {
            while index < count {
                tail = tail << 8 | UInt64(base[index])
                index += 1
            }
        }
        hash = mix(hash ^ tail)
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
