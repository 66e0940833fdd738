// SPDX-License-Identifier: Apache-2.0

/// The records of one kind: some made by hand, any number generated when asked for, and what changed since.
///
/// A generated record is a function of its number, so a hundred thousand of them take no room until one is changed.
/// Lists show the records made by hand, then the generated ones, then those added since.
struct Table<Record: TableRecord>: Sendable {
    /// Makes the record of a number with the id that belongs to it, always the same one.
    typealias Generate = @Sendable (Int, GUID) -> Record

    /// Ids of the generated records by their number.
    let codec: GUIDCodec
    /// How many records were generated at the start.
    private(set) var generatedCount: Int
    private var generate: Generate?
    private var placed: [GUID] = []
    private var added: [GUID] = []
    /// Records made by hand, added, or changed.
    private var kept: [GUID: Record] = [:]
    /// Generated records that are gone.
    private var removed: Set<GUID> = []

    /// A table.
    ///
    /// - Parameters:
    ///   - kind: what the records are, so that their ids are their own.
    ///   - count: how many are generated.
    init(kind: String, seed: UInt64, generating count: Int = 0, _ generate: Generate? = nil) {
        codec = GUIDCodec(kind: kind, seed: seed)
        self.generate = generate
        generatedCount = generate == nil ? 0 : Swift.max(0, count)
    }

    /// Lets so many records be generated in a table that had none.
    mutating func generate(_ count: Int, _ generate: @escaping Generate) {
        self.generate = generate
        generatedCount = Swift.max(0, count)
    }

    /// How many records there are.
    var count: Int { placed.count + generatedCount - removed.count + added.count }

    /// The record of an id, or nil.
    subscript(id: GUID) -> Record? {
        if let record = kept[id] { return record }
        guard let generate, let number = codec.number(id, below: generatedCount), !removed.contains(id) else {
            return nil
        }
        return generate(number, id)
    }

    /// Whether there is a record of this id, which is cheaper to know than what it is.
    func contains(id: GUID) -> Bool {
        if kept[id] != nil { return true }
        return codec.number(id, below: generatedCount) != nil && !removed.contains(id)
    }

    /// The records that were not generated: those made by hand and those added since.
    var exceptional: [Record] { (placed + added).compactMap { kept[$0] } }

    /// The record that was generated for a number, as it is now; nil if it is gone.
    func generated(_ number: Int) -> Record? { self[codec.id(number)] }

    /// The ids in the order of lists, made one after the other.
    var ids: some Sequence<GUID> {
        TableIDs(placed, 0..<generatedCount, of: codec, without: removed, added)
    }

    /// The records in the order of lists, made one after the other.
    var records: some Sequence<Record> {
        AnySequence {
            var ids = TableIDs(placed, 0..<generatedCount, of: codec, without: removed, added)
            return AnyIterator {
                while let id = ids.next() { if let record = self[id] { return record } }
                return nil
            }
        }
    }

    /// The children of a parent in the order of lists: the generated ones by their numbers, the others by a look at
    /// each, since they are few.
    func ids(numbered numbers: some Sequence<Int> & Sendable, or isWanted: (Record) -> Bool) -> some Sequence<GUID> {
        func wanted(_ ids: [GUID]) -> [GUID] { ids.filter { kept[$0].map(isWanted) ?? false } }
        return TableIDs(wanted(placed), numbers, of: codec, without: removed, wanted(added))
    }

    /// Puts a record of the first world before the generated ones.
    mutating func place(_ record: Record) {
        if kept.updateValue(record, forKey: record.id) == nil { placed.append(record.id) }
    }

    /// Adds a record at the end.
    mutating func add(_ record: Record) {
        if kept.updateValue(record, forKey: record.id) == nil { added.append(record.id) }
    }

    /// Changes a record if it is still there.
    mutating func update(_ id: GUID, _ change: (inout Record) -> Void) {
        guard var record = self[id] else { return }
        change(&record)
        kept[id] = record
    }

    /// Removes a record if it is still there.
    mutating func remove(_ id: GUID) {
        guard self[id] != nil else { return }
        kept[id] = nil
        if codec.number(id, below: generatedCount) != nil {
            removed.insert(id)
        } else {
            placed.removeAll { $0 == id }
            added.removeAll { $0 == id }
        }
    }
}

extension Table {
    /// Removes records after a look at each, the generated ones among them.
    mutating func removeAll(where isUnwanted: (Record) -> Bool) {
        for id in records.filter(isUnwanted).map(\.id) { remove(id) }
    }
}

extension Table: Sequence {
    /// The first record in the order of lists.
    var first: Record? { first { _ in true } }

    /// The records in the order of lists, made one after the other.
    func makeIterator() -> AnyIterator<Record> { AnyIterator(records.makeIterator()) }
}
