// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// From libxml2's name pointers to symbols.
///
/// The dictionary of a parser interns names, so one name is one pointer for as long as the parser lives, and most
/// names need neither hashing nor comparing. Direct mapped: a collision only costs a look-up by bytes.
struct NameCache: ~Copyable {
    private static let size = 1024
    private let entries: UnsafeMutablePointer<NameEntry>
    /// Where the parts of a link stand, by the raw values of their roles; only within one callback.
    let linkParts: UnsafeMutablePointer<ParseHandler.Attributes?>
    private let shape: [(spelling: [UInt8], role: NameRole)]

    init(shape: LinkShape) {
        entries = .allocate(capacity: Self.size)
        entries.initialize(
            repeating: NameEntry(local: nil, prefix: nil, symbol: .none, role: []),
            count: Self.size
        )
        linkParts = .allocate(capacity: 32)
        linkParts.initialize(repeating: nil, count: 32)
        self.shape = [
            (shape.element, NameRole.link), (shape.rel, .rel), (shape.type, .type), (shape.href, .href),
            (shape.name, .name),
        ].filter { !$0.0.isEmpty }.map { (Array($0.0.utf8), $0.1) }
    }

    deinit {
        entries.deallocate()
        linkParts.deallocate()
    }

    /// The row where a name without a prefix is, if it is known.
    @inline(__always)
    func row(_ local: UnsafePointer<UInt8>) -> UnsafePointer<NameEntry> {
        UnsafePointer(entries + Int((UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15) &>> 54))
    }

    /// The entry of a name, known or new.
    @inline(__always)
    func entry(
        _ local: UnsafePointer<UInt8>,
        prefix: UnsafePointer<UInt8>?,
        builder: inout NodeBuilder
    ) -> NameEntry {
        let mixed = (UInt(bitPattern: local) &+ UInt(bitPattern: prefix) &* 3) &* 0x9E37_79B9_7F4A_7C15
        let slot = mixed &>> 54
        let entry = entries[Int(slot)]
        if entry.local == UnsafeRawPointer(local), entry.prefix == prefix.map({ UnsafeRawPointer($0) }) { return entry }
        return miss(local, prefix: prefix, slot: Int(slot), builder: &builder)
    }

    @inline(never)
    private func miss(
        _ local: UnsafePointer<UInt8>,
        prefix: UnsafePointer<UInt8>?,
        slot: Int,
        builder: inout NodeBuilder
    ) -> NameEntry {
        let symbol: Symbol
        let role: NameRole
        let name = Self.bytes(local)
        if let prefix {
            let spelling = Array(Self.bytes(prefix)) + [UInt8(ascii: ":")] + Array(name)
            (symbol, role) = spelling.withUnsafeBufferPointer { (builder.intern($0), self.role(of: $0)) }
        } else {
            (symbol, role) = (builder.intern(name), self.role(of: name))
        }
        let entry = NameEntry(local: local, prefix: prefix.map { UnsafeRawPointer($0) }, symbol: symbol, role: role)
        entries[slot] = entry
        return entry
    }

    private func role(of name: UnsafeBufferPointer<UInt8>) -> NameRole {
        var role: NameRole = []
        for (spelling, meaning) in shape where spelling.count == name.count {
            if Self.equalWithoutCase(spelling, name) { role.insert(meaning) }
        }
        return role
    }

    private static func bytes(_ text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var count = 0
        while text[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: text, count: count)
    }

    private static func equalWithoutCase(_ left: [UInt8], _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
        for index in left.indices where lower(left[index]) != lower(right[index]) { return false }
        return true
    }
}
