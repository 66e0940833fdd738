// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// How a run ended.
public struct RunResult: Sendable {
    /// The workflow.
    public let workflow: String
    /// The run, as the journal knows it.
    public let run: String
    /// How it ended.
    public let outcome: Outcome
    /// What it hands back, in the order of the file.
    public let outputs: JSONValue
    /// The links that were followed.
    public let hops: [RunHop]
    /// The task that the last write was answered with, as it was seen last; nil if there was none.
    public let task: TaskReport?
    /// One sentence for people.
    public let message: String
    /// What went wrong, if something did; its code tells the exit code.
    public let failure: (any ActionableError)?
    /// Whether the journal holds what it takes to go on with it: it stopped before its end.
    public let canResume: Bool
    /// How the link that was missing, ambiguous or refused is reached from the session; nil if it was not about one.
    ///
    /// ``Diagnoser/why(_:refusal:from:)`` says more.
    public let path: RelPath?
    /// The last steps that did not work; what they were to clear away may still be there.
    public let leftovers: [RunLeftover]

    /// The run as one JSON document.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("workflow", .string(workflow)), .init("run", .string(run)),
            .init("outcome", .string(outcome.rawValue)), .init("outputs", outputs),
            .init("hops", .array(hops.map(\.json))),
        ]
        if let task { members.append(.init("task", task.json)) }
        members.append(.init("message", .string(message)))
        if canResume { members.append(.init("canResume", .boolean(true))) }
        if let path { members.append(.init("path", .string(path.description))) }
        if !leftovers.isEmpty { members.append(.init("leftovers", .array(leftovers.map(\.json)))) }
        return .object(members)
    }
}

extension TaskReport {
    var json: JSONValue {
        .object([
            .init("id", .optional(id)), .init("operation", .optional(operation)), .init("state", .string(state)),
            .init("success", succeeded.map { .boolean($0) } ?? .null), .init("message", .optional(message)),
        ])
    }
}
