// SPDX-License-Identifier: Apache-2.0

import Workflows

/// The journal as one process sees it: after its death it writes nothing down.
struct MortalJournal: RunJournal {
    struct Dead: Error {}

    let inner: any RunJournal
    let life: Life

    func append(_ entry: JournalEntry) async throws {
        let kind = "\(entry.event)".prefix { $0 != "(" }
        guard life.reaches("before \(kind)") else { throw Dead() }
        try await inner.append(entry)
        guard life.reaches("after \(kind)") else { throw Dead() }
    }

    func entries(of run: String) async throws -> [JournalEntry] { try await inner.entries(of: run) }

    func claim(_ run: String) async throws -> RunClaim { try await inner.claim(run) }
}
