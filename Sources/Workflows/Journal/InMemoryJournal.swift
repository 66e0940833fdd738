// SPDX-License-Identifier: Apache-2.0

/// A journal that ends with the process.
public actor InMemoryJournal: RunJournal {
    /// What was written down, in order.
    public private(set) var entries: [JournalEntry] = []

    /// An empty journal.
    public init() {}

    /// Keeps an entry.
    public func append(_ entry: JournalEntry) { entries.append(entry) }
}
