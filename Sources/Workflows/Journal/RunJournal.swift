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
}
