// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Something that happened during a run, as it happens; one line of JSON Lines each.
public struct RunEvent: Hashable, Sendable, Codable {
    /// What kind of event it is; more may be added.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The word.
        public let rawValue: String
        /// A kind by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The run began.
        public static let runStarted = Kind(rawValue: "run-started")
        /// A link is about to be followed.
        public static let stepStarted = Kind(rawValue: "step-started")
        /// A link was followed, or could not be.
        public static let stepFinished = Kind(rawValue: "step-finished")
        /// A task reported a state that is new.
        public static let task = Kind(rawValue: "task")
        /// The run waits before it goes on.
        public static let waiting = Kind(rawValue: "waiting")
        /// The run ended.
        public static let runFinished = Kind(rawValue: "run-finished")
    }

    /// What kind of event it is.
    public var event: Kind
    /// The run.
    public var run: String
    /// The step that it is about; `verify` for the read-back.
    public var step: String?
    /// The relation of the link.
    public var rel: String?
    /// The type of the link.
    public var type: String?
    /// The method.
    public var verb: String?
    /// The status of the answer.
    public var status: Int?
    /// How long it took or takes, in milliseconds.
    public var ms: Int?
    /// How long a task may take, in milliseconds.
    public var limit: Int?
    /// The state of the task.
    public var state: String?
    /// The kind of work of the task.
    public var operation: String?
    /// How the run ended.
    public var outcome: Outcome?
    /// For people.
    public var message: String?

    init(_ event: Kind, run: String) {
        self.event = event
        self.run = run
    }

    /// The event as one JSON object; what does not apply is left out.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("event", .string(event.rawValue)), .init("run", .string(run)),
        ]
        func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append(.init(name, value)) }
        }
        add("step", step.map { .string($0) })
        add("rel", rel.map { .string($0) })
        add("type", type.map { .string($0) })
        add("verb", verb.map { .string($0) })
        add("status", status.map { .integer($0) })
        add("ms", ms.map { .integer($0) })
        add("limit", limit.map { .integer($0) })
        add("state", state.map { .string($0) })
        add("operation", operation.map { .string($0) })
        add("outcome", outcome.map { .string($0.rawValue) })
        add("message", message.map { .string($0) })
        return .object(members)
    }
}
