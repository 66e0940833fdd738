// SPDX-License-Identifier: Apache-2.0

/// A journal that ends with the process.
public actor InMemoryJournal: RunJournal {
    /// What was written down, in order.
    public private(set) var entries: [JournalEntry] = []
    private let claims = RunClaims()

    /// An empty journal.
    public init() {}

    /// Keeps an entry.
    public func append(_ entry: JournalEntry) { entries.append(entry) }

    /// What was written down of a run.
    public func entries(of run: String) -> [JournalEntry] { entries.filter { $0.run == run } }

    /// Takes a run; only this process knows of it.
    public func claim(_ run: String) throws -> RunClaim { try claims.claim(run) }
}
