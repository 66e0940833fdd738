// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Writes down what one run does, in order, without secrets.
struct RunNotebook: Sendable {
    let run: String
    private let workflow: Workflow
    private let journal: any RunJournal
    private let clock: WallClock
    private var secrets: [String]
    /// Whether something of this run is written down; runs that only read are not.
    private(set) var isOpen = false
    /// What was not written down yet, because the journal refused it or nothing hung on it.
    private var pending: [JournalEntry] = []
    private var claim: RunClaim?

    init(_ run: String, of workflow: Workflow, journal: any RunJournal, clock: WallClock, secrets: [String]) {
        self.run = run
        self.workflow = workflow
        self.journal = journal
        self.clock = clock
        self.secrets = secrets
    }

    var now: Moment { clock.now() }

    /// Takes the run for this process and writes down how it begins, or that it goes on.
    ///
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/runBusy``, or ``ErrorCode/journalFailed``.
    mutating func open(_ event: JournalEntry.Event, claim: RunClaim?) async throws {
        do {
            if let claim {
                self.claim = claim
            } else {
                self.claim = try await journal.claim(run)
            }
            try await journal.append(entry(event))
            isOpen = true
        } catch {
            try Task.checkCancellation()
            if let error = error as? any ActionableError { throw error }
            throw refused(error)
        }
    }

    /// Gives the run back to whoever wants to go on with it.
    mutating func close() {
        claim?.release()
        claim = nil
    }

    /// Keeps what steps brought until the next entry; a write is not sent before they are written down.
    mutating func keep(_ steps: [JournalStep]) {
        guard isOpen else { return }
        pending += steps.map { step in
            entry(
                .stepDone(
                    JournalStep(
                        step: step.step,
                        outputs: step.outputs.mapValues { JournalValue(shown($0.value)) },
                        values: step.values.mapValues { $0.map(shown) }
                    )
                )
            )
        }
    }

    /// Writes down a write; if this throws, it must not be sent.
    mutating func intend(_ write: JournalWrite) async throws {
        pending.append(entry(.writeIntended(write)))
        do {
            try await flush()
        } catch {
            pending.removeLast()
            try Task.checkCancellation()
            throw refused(error)
        }
    }

    /// Writes down what came of something; what the journal refuses is tried again with the next entry.
    mutating func note(_ event: JournalEntry.Event) async {
        guard isOpen else { return }
        pending.append(entry(event))
        try? await flush()
    }

    private mutating func flush() async throws {
        guard isOpen else { return }
        while let next = pending.first {
            try await journal.append(next)
            pending.removeFirst()
        }
    }

    private func entry(_ event: JournalEntry.Event) -> JournalEntry {
        JournalEntry(run: run, workflow: workflow.id, at: clock.now(), event: event)
    }

    private func refused(_ error: any Error) -> WorkflowError {
        WorkflowError(
            .journalFailed,
            "It could not be written down (\((error as? any ActionableError)?.message ?? "\(error)")), so it was not sent."
        )
    }

    // MARK: Secrets

    /// A value as it may be written down.
    func shown(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(shown(text))
        case .array(let values): .array(values.map(shown))
        case .object(let members): .object(members.map { .init($0.name, shown($0.value)) })
        case .number, .boolean, .null: value
        }
    }

    /// A text as it may be written down: without secrets, and without an address, which would die with its session.
    func shown(_ text: String) -> String {
        if text.contains("://") { return RunNotebook.mask }
        return secrets.reduce(text) { text, secret in
            text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: RunNotebook.mask)
        }
    }

    static let mask = "•••"
}
