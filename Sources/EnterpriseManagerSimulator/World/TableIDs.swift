// SPDX-License-Identifier: Apache-2.0

/// Ids of a table in the order of lists, made one after the other.
struct TableIDs<Numbers: Sequence<Int>>: Sequence, IteratorProtocol {
    private var placed: IndexingIterator<[GUID]>
    private var numbers: Numbers.Iterator
    private let codec: GUIDCodec
    private let removed: Set<GUID>
    private var added: IndexingIterator<[GUID]>

    /// Those made by hand, those generated for numbers but for some, and those added since.
    init(_ placed: [GUID], _ numbers: Numbers, of codec: GUIDCodec, without removed: Set<GUID>, _ added: [GUID]) {
        self.placed = placed.makeIterator()
        self.numbers = numbers.makeIterator()
        self.codec = codec
        self.removed = removed
        self.added = added.makeIterator()
    }

    mutating func next() -> GUID? {
        if let id = placed.next() { return id }
        while let number = numbers.next() {
            let id = codec.id(number)
            if removed.isEmpty || !removed.contains(id) { return id }
        }
        return added.next()
    }
}
