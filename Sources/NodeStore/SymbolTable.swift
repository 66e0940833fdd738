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
    /// Whether hashes are of all bytes of a name.
    private var isThorough = false
    /// How many other names a search may meet before that.
    private static let patience = 64

    init() {}

    /// The same names with the same symbols.
    init(copying other: borrowing SymbolTable) {
        bytes = Column(copying: other.bytes)
        entries = Column(copying: other.entries)
        slots = Column(copying: other.slots)
        mask = other.mask
        isThorough = other.isThorough
    }

    var count: Int { entries.count }
    /// How many bytes the spellings have.
    var byteCount: Int { bytes.count }

    /// The symbol of these bytes, new or known.
    ///
    /// Most are known and found at the first look.
    @inline(__always)
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Symbol {
        let key = SymbolKey(text)
        let hash = self.hash(key, text)
        let index = slots.base[Int(hash) & mask]
        if index != 0, matches(entries.base + Int(index &- 1), key, text) { return Symbol(rawValue: index &- 1) }
        return search(key, text, hash: hash)
    }

    @inline(never)
    private mutating func search(_ key: SymbolKey, _ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Symbol {
        var slot = Int(hash) & mask
        var steps = 0
        while slots.base[slot] != 0 {
            let index = slots.base[slot] &- 1
            if matches(entries.base + Int(index), key, text) { return Symbol(rawValue: index) }
            slot = (slot &+ 1) & mask
            steps &+= 1
        }
        if steps > SymbolTable.patience, !isThorough {
            isThorough = true
            rehash(size: slots.count)
            return search(key, text, hash: self.hash(key, text))
        }
        return insert(key, text, slot: slot)
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
        let key = SymbolKey(text)
        var slot = Int(hash(key, text)) & mask
        while slots.base[slot] != 0 {
            let index = slots.base[slot] &- 1
            if matches(entries.base + Int(index), key, text) { return Symbol(rawValue: index) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ key: SymbolKey, _ text: UnsafeBufferPointer<UInt8>, slot: Int) -> Symbol {
        let symbol = Symbol(rawValue: UInt32(entries.count))
        let offset = UInt32(bytes.count)
        if let start = text.baseAddress { bytes.append(contentsOf: start, count: text.count) }
        entries.append(SymbolRecord(key: key, offset: offset, folded: symbol))
        slots.base[slot] = symbol.rawValue + 1
        if entries.count * 2 > mask { rehash(size: slots.count * 2) }
        if text.contains(where: { $0 &- 65 < 26 }) {
            let folded = SymbolTable.lowercase(text).withUnsafeBufferPointer { intern($0) }
            entries.base[Int(symbol.rawValue)].folded = folded
        }
        return symbol
    }

    private mutating func rehash(size: Int) {
        let larger = Column<UInt32>(repeating: 0, count: size)
        mask = size - 1
        for index in 0..<entries.count {
            let hash = self.hash(entries.base[index].key, buffer(entries.base[index]))
            var slot = Int(hash) & mask
            while larger.base[slot] != 0 { slot = (slot + 1) & mask }
            larger.base[slot] = UInt32(index) + 1
        }
        slots = larger
    }

    private func buffer(_ entry: SymbolRecord) -> UnsafeBufferPointer<UInt8> {
        bytes.buffer(TextRange(offset: entry.offset, length: entry.key.length))
    }

    @inline(__always)
    private func matches(
        _ entry: UnsafeMutablePointer<SymbolRecord>,
        _ key: SymbolKey,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard entry.pointee.key.matches(key) else { return false }
        guard text.count > 16, let right = UnsafeRawPointer(text.baseAddress) else { return true }
        // The ends are the same; what is left is compared word by word, the last overlapping the end.
        let left = UnsafeRawPointer(bytes.base + Int(entry.pointee.offset))
        let last = text.count &- 16
        let second = SymbolTable.word(left + 8) ^ SymbolTable.word(right + 8)
        if second | (SymbolTable.word(left + last) ^ SymbolTable.word(right + last)) != 0 { return false }
        var index = 16
        while index < last {
            if SymbolTable.word(left + index) != SymbolTable.word(right + index) { return false }
            index &+= 8
        }
        return true
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawPointer) -> UInt64 { bytes.loadUnaligned(as: UInt64.self) }

    /// Mixes the length and both ends, which tell the names of a dialect apart; all of the bytes once the table had
    /// to search for long, so that a server cannot choose names that collide by their middles.
    @inline(__always)
    private func hash(_ key: SymbolKey, _ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = key.mixed
        if isThorough { hash = SymbolTable.thoroughly(hash, text) }
        hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: hash >> 32)
    }

    @inline(never)
    private static func thoroughly(_ start: UInt64, _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = start
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}
