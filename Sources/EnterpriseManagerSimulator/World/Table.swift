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
    let generatedCount: Int
    private let generate: Generate?
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
        generatedCount = generate == nil ? 0 : max(0, count)
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

    /// The record that was generated for a number, as it is now; nil if it is gone.
    func generated(_ number: Int) -> Record? { self[codec.id(number)] }

    /// The ids in the order of lists, made one after the other.
    var ids: some Sequence<GUID> {
        let generated = (0..<generatedCount).lazy.map(codec.id).filter { !removed.contains($0) }
        return [AnySequence(placed), AnySequence(generated), AnySequence(added)].lazy.joined()
    }

    /// The records in the order of lists, made one after the other.
    var records: some Sequence<Record> { ids.lazy.compactMap { self[$0] } }

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
