// SPDX-License-Identifier: Apache-2.0

/// Where runs are written down; a write is sent only after its entry was accepted.
///
/// ```swift
/// struct Printed: RunJournal {
///     func append(_ entry: JournalEntry) async throws { print(entry) }
/// }
/// ```
public protocol RunJournal: Sendable {
    /// Keeps an entry; returns when it would survive the end of the process.
    ///
    /// - Throws: if it cannot be kept; nothing is sent then.
    func append(_ entry: JournalEntry) async throws

    /// What was written down of a run, in order; empty if nothing was, or if it cannot be read again.
    func entries(of run: String) async throws -> [JournalEntry]

    /// Takes a run for this process, so that no other one goes on with it at the same time.
    ///
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/runBusy`` if another one has it.
    func claim(_ run: String) async throws -> RunClaim
}

extension RunJournal {
    /// Nothing: a journal that cannot be read again has runs that cannot be resumed.
    public func entries(of run: String) async throws -> [JournalEntry] { [] }

    /// A claim that nobody contests.
    public func claim(_ run: String) async throws -> RunClaim { RunClaim() }
}
