// SPDX-License-Identifier: Apache-2.0

/// Where runs are written down; a write is sent only after its entry was accepted.
///
/// ```swift
/// struct Printed: RunJournal {
///     let kept = InMemoryJournal()
///
///     func append(_ entry: JournalEntry) async throws {
///         print(entry)
///         await kept.append(entry)
///     }
///     func entries(of run: String) async throws -> [JournalEntry] { await kept.entries(of: run) }
///     func claim(_ run: String) async throws -> RunClaim { try await kept.claim(run) }
/// }
/// ```
public protocol RunJournal: Sendable {
    /// Keeps an entry; returns when it would survive the end of the process.
    ///
    /// - Throws: if it cannot be kept; nothing is sent then.
    func append(_ entry: JournalEntry) async throws

    /// What was written down of a run, in order; empty if nothing was.
    func entries(of run: String) async throws -> [JournalEntry]

    /// Takes a run for this process, so that no other one goes on with it at the same time.
    ///
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/runBusy`` if another one has it.
    func claim(_ run: String) async throws -> RunClaim
}
