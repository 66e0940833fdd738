// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// Finds a key that stands twice in one object, in constant time per key however large or deep the objects are.
///
/// Equal symbols spell the same bytes, so each symbol remembers the object that had it last. What an inner object
/// overwrites is restored when it closes.
struct KeyLedger {
    private struct Entry {
        let symbol: Int
        let earlier: Int
    }

    /// By symbol: the number of the object that had it last, 0 being none.
    private var owners: [Int] = []
    /// The keys of all open objects, outermost first.
    private var entries: [Entry] = []
    private var objects: [Int] = []
    private var opened = 0

    /// Begins an object; the result is for ``close(_:)``.
    mutating func open() -> Int {
        opened += 1
        objects.append(opened)
        return entries.count
    }

    /// Notes a key of the innermost object; false if that has it already.
    mutating func insert(_ symbol: Symbol) -> Bool {
        let index = Int(symbol.rawValue)
        if index >= owners.count {
            owners.append(contentsOf: repeatElement(0, count: index - owners.count + 1))
        }
        guard let object = objects.last, owners[index] != object else { return false }
        entries.append(Entry(symbol: index, earlier: owners[index]))
        owners[index] = object
        return true
    }

    /// Ends the innermost object.
    mutating func close(_ start: Int) {
        while entries.count > start, let entry = entries.popLast() { owners[entry.symbol] = entry.earlier }
        objects.removeLast()
    }
}
