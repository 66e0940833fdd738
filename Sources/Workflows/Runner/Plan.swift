// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What a run would do: every read was done, no write was sent.
public struct Plan: Sendable {
    /// The workflow.
    public let workflow: String
    /// `planned` if there is a write to send; else how a run would end without one.
    public let outcome: Outcome
    /// The links that were followed.
    public let hops: [RunHop]
    /// The first write, as a run would send it; nil if there is none to send.
    public let write: PlannedWrite?
    /// What the workflow and its first write do beside what they are asked for.
    public let dangers: [Danger]
    /// What stays unknown until the write.
    public let unknowns: [String]
    /// What the workflow hands back, if it ends without a write.
    public let outputs: JSONValue
    /// One sentence for people.
    public let message: String
    /// What went wrong, if something did.
    public let failure: (any ActionableError)?

    /// The plan as one JSON document.
    public var json: JSONValue {
        .object([
            .init("workflow", .string(workflow)), .init("outcome", .string(outcome.rawValue)),
            .init("hops", .array(hops.map(\.json))), .init("writes", .array(write.map { [$0.json] } ?? [])),
            .init("dangers", .array(dangers.map(\.json))),
            .init("unknowns", .array(unknowns.map { .string($0) })), .init("outputs", outputs),
            .init("message", .string(message)),
        ])
    }
}

extension Danger {
    var json: JSONValue {
        .object([
            .init("level", .string(level.rawValue)), .init("text", .string(text)), .init("source", .optional(source)),
        ])
    }
}
