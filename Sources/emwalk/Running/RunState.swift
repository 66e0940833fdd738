// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// How a run that was written down stands, and what can be done about it.
struct RunState {
    let record: RunRecord
    /// Whether a process goes on with it at this moment.
    let isUnderWay: Bool
    /// The workflow that undoes it; nil if none does.
    let compensation: String?

    /// One word: how it ended, `under way`, or `interrupted`.
    var word: String {
        if let ending = record.ending { return ending.outcome.rawValue }
        return isUnderWay ? "under way" : "interrupted"
    }

    /// The command that goes on with it or undoes it.
    var next: String? {
        if isUnderWay { return nil }
        if record.canResume { return "emwalk resume \(record.run)" }
        return record.ending?.outcome == .changed && compensation != nil ? "emwalk compensate \(record.run)" : nil
    }

    var json: JSONValue {
        .members(
            ("run", .string(record.run)),
            ("workflow", .string(record.workflow)),
            ("state", .string(word)),
            ("outcome", .optional(record.ending?.outcome.rawValue)),
            ("startedAt", .string(record.startedAt.description)),
            ("lastAt", .string(record.lastAt.description)),
            ("message", .optional(record.ending?.note ?? record.suspension)),
            ("next", .optional(next)),
            (
                "inputs",
                .object(
                    record.start.inputs.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }
                )
            ),
            ("file", .optional(record.start.source)),
            ("group", .optional(record.start.group)),
            ("compensates", .optional(record.start.compensates)),
            ("resumptions", .integer(record.resumptions)),
            ("steps", .array(record.steps.map { .string($0.step) })),
            ("writes", .array(record.writes.map(RunState.json))),
            ("outputs", record.ending?.outputs?.value ?? .null)
        )
    }

    private static func json(_ write: WriteRecord) -> JSONValue {
        .members(
            ("step", .string(write.intent.step)),
            ("verb", .string(write.intent.verb)),
            ("rel", .string(write.intent.rel)),
            ("type", .optional(write.intent.type)),
            ("path", .string(write.intent.path)),
            ("at", .string(write.at.description)),
            ("fate", .string(fate(write))),
            ("status", write.status.map { .integer($0) } ?? .null),
            ("taskState", .optional(write.taskState))
        )
    }

    /// What became of a write, in a word.
    static func fate(_ write: WriteRecord) -> String {
        switch write.fate {
        case .withoutEffect: "without effect"
        case .done: "done"
        case .failed: "failed"
        case .unknown: "unknown"
        }
    }
}
#endif
