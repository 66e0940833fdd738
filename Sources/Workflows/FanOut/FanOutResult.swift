// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension Outcome {
    /// Some of several runs did not work.
    public static let partial = Outcome(rawValue: "partial")
    /// A run was not begun.
    public static let notBegun = Outcome(rawValue: "not-begun")
}

/// What came of each run of a fan-out.
public struct FanOutResult: Sendable {
    /// What came of one run.
    public struct Item: Sendable {
        /// How it ended.
        public enum Ending: Sendable {
            /// It ran, and ended so.
            case ran(RunResult)
            /// It could not begin: its inputs or its connection could not be used.
            case failed(any ActionableError)
            /// It was not begun, because somebody said to stop.
            case notBegun
        }

        /// The connection; empty if there is only one.
        public let connection: String
        /// Its inputs, secrets left out; empty if the connection could not be opened.
        public let inputs: [String: String]
        /// How it ended.
        public let ending: Ending

        /// What came of one run.
        public init(connection: String = "", inputs: [String: String], ending: Ending) {
            self.connection = connection
            self.inputs = inputs
            self.ending = ending
        }

        /// The run, if it ran.
        public var result: RunResult? {
            if case .ran(let result) = ending { return result }
            return nil
        }

        /// How it ended, in a word.
        public var outcome: Outcome {
            switch ending {
            case .ran(let result): result.outcome
            case .failed: .failed
            case .notBegun: .notBegun
            }
        }

        /// What went wrong, if something did.
        public var failure: (any ActionableError)? {
            switch ending {
            case .ran(let result): result.failure
            case .failed(let error): error
            case .notBegun: nil
            }
        }

        /// One sentence for people.
        public var message: String {
            switch ending {
            case .ran(let result): result.message
            case .failed(let error): error.message
            case .notBegun: "It was not begun."
            }
        }

        /// Whether something is left to do.
        public var isOpen: Bool { failure != nil || outcome == .notBegun }
    }

    /// The name that the runs have in common.
    public let group: String
    /// The workflow.
    public let workflow: String
    /// What came of each, in the order of connections and inputs.
    public let items: [Item]

    /// What came of several runs.
    public init(group: String, workflow: String, items: [Item]) {
        self.group = group
        self.workflow = workflow
        self.items = items
    }

    /// How often each outcome came about, in the order in which they first did.
    public var counts: [(outcome: Outcome, count: Int)] {
        var counts: [(outcome: Outcome, count: Int)] = []
        for item in items {
            if let index = counts.firstIndex(where: { $0.outcome == item.outcome }) {
                counts[index].count += 1
            } else {
                counts.append((item.outcome, 1))
            }
        }
        return counts
    }

    /// How all of it ended: `partial` if some runs worked and some did not.
    public var outcome: Outcome {
        let open = items.filter(\.isOpen)
        guard open.isEmpty else {
            let outcomes = Set(open.map(\.outcome))
            return open.count == items.count && outcomes.count == 1 ? open.first?.outcome ?? .failed : .partial
        }
        for outcome in [Outcome.changed, .unchanged] where items.contains(where: { $0.outcome == outcome }) {
            return outcome
        }
        return items.first?.outcome ?? .unchanged
    }

    /// One sentence for people.
    public var message: String {
        let runs = items.count == 1 ? "1 run" : "\(items.count) runs"
        guard !items.isEmpty else { return "Nothing was selected, so nothing was run." }
        return "\(runs): " + counts.map { "\($0.count) \($0.outcome)" }.joined(separator: ", ") + "."
    }

    /// All of it as one JSON document.
    public var json: JSONValue {
        .members(
            ("workflow", .string(workflow)),
            ("group", .string(group)),
            ("outcome", .string(outcome.rawValue)),
            ("runs", .array(items.map(FanOutResult.json))),
            ("message", .string(message))
        )
    }

    private static func json(_ item: Item) -> JSONValue {
        var members: [JSONValue.Member] = []
        if !item.connection.isEmpty { members.append(.init("connection", .string(item.connection))) }
        let inputs = item.inputs.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }
        members.append(.init("inputs", .object(inputs)))
        if case .object(let result) = item.result?.json {
            members += result
        } else {
            members += [.init("outcome", .string(item.outcome.rawValue)), .init("message", .string(item.message))]
        }
        if let failure = item.failure { members.append(.init("code", .string(failure.code.rawValue))) }
        return .object(members)
    }
}
