// SPDX-License-Identifier: Apache-2.0

/// How work that a server accepted, but has not done yet, reports back.
public struct TaskRule: Hashable, Sendable {
    /// The root elements of such reports.
    public var elements: [String]
    /// Where the state stands.
    public var state: PropertyPath
    /// The states in which nothing more will happen.
    public var terminalStates: [String]
    /// Where it says whether the work succeeded; nil if a terminal state means success.
    public var success: PropertyPath?
    /// The values of ``success`` that mean yes, compared without ASCII case.
    public var successValues: [String]
    /// Where the message to people stands.
    public var message: PropertyPath
    /// Where the kind of work stands.
    public var operation: PropertyPath
    /// Where its number or id stands.
    public var id: PropertyPath
    /// The relations by which a finished task leads to what it brought about.
    public var resultRels: [Rel]
    /// The relation that drops the task, if there is one.
    public var cancel: Rel?
    /// The statuses that a poll of a task gets when the server does not know it any more.
    public var lostStatuses: [Int]
    /// How long to wait before the first poll.
    public var firstDelay: Duration
    /// How long to wait between polls at the most; the wait doubles up to it.
    public var maxDelay: Duration

    /// A task rule.
    public init(
        elements: [String],
        state: PropertyPath,
        terminalStates: [String],
        success: PropertyPath?,
        successValues: [String] = ["true"],
        message: PropertyPath,
        operation: PropertyPath,
        id: PropertyPath,
        resultRels: [Rel],
        cancel: Rel? = nil,
        lostStatuses: [Int] = [404],
        firstDelay: Duration = .milliseconds(100),
        maxDelay: Duration = .seconds(3)
    ) {
        self.elements = elements
        self.state = state
        self.terminalStates = terminalStates
        self.success = success
        self.successValues = successValues
        self.message = message
        self.operation = operation
        self.id = id
        self.resultRels = resultRels
        self.cancel = cancel
        self.lostStatuses = lostStatuses
        self.firstDelay = firstDelay
        self.maxDelay = maxDelay
    }

    /// Whether a resource is such a report.
    public func isTask(_ resource: Resource) -> Bool {
        elements.contains { $0.lowercased() == resource.name.lowercased() }
    }

    /// What a report says.
    public func read(_ resource: Resource) -> TaskReport {
        let state = resource.property(state) ?? ""
        let said = success.flatMap { resource.property($0)?.lowercased() }
        let isTerminal = terminalStates.contains { $0.lowercased() == state.lowercased() }
        return TaskReport(
            id: resource.property(id),
            operation: resource.property(operation),
            state: state,
            isTerminal: isTerminal,
            succeeded: success == nil
                ? isTerminal : said.map { word in successValues.contains { $0.lowercased() == word } },
            message: resource.property(message)
        )
    }
}
