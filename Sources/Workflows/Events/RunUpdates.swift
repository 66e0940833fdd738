// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import Synchronization

/// A run as a sequence of what happens, with its result as the last element.
///
/// The run goes on while somebody asks for the next element, and only then: nothing runs beside the loop. Cancelling
/// the task of the loop cancels the run, which is then written down as interrupted; leaving the loop abandons it where
/// it stands, as if the process had ended. Either way it can be resumed. Each loop is a run of its own.
public struct RunUpdates: AsyncSequence, Sendable {
    /// What happens, or how it ended.
    public typealias Element = RunUpdate

    private let runner: WorkflowRunner
    private let workflow: Workflow
    private let inputs: [String: String]
    private let hub: Resource?
    private let run: String?
    private let origin: RunOrigin

    init(
        _ runner: WorkflowRunner,
        _ workflow: Workflow,
        inputs: [String: String],
        from hub: Resource?,
        run: String?,
        origin: RunOrigin
    ) {
        self.runner = runner
        self.workflow = workflow
        self.inputs = inputs
        self.hub = hub
        self.run = run
        self.origin = origin
    }

    /// Makes the iterator; the run begins with its first element.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

    /// Goes on with the run as elements are asked for.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// Keeps what happens until it is asked for.
        private final class Queue: Sendable {
            private let events = Mutex<[RunEvent]>([])

            func add(_ event: RunEvent) { events.withLock { $0.append(event) } }

            func next() -> RunEvent? { events.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
        }

        private let updates: RunUpdates
        private let queue = Queue()
        private var execution: Execution?
        private var result: RunResult?
        private var isOver = false

        fileprivate init(_ updates: RunUpdates) { self.updates = updates }

        /// What happens next; nil after the end.
        ///
        /// - Throws: ``WorkflowError`` if the inputs cannot be used, in which case nothing was sent; `CancellationError`.
        public mutating func next() async throws -> RunUpdate? {
            while true {
                if let event = queue.next() { return .event(event) }
                if let ended = result {
                    result = nil
                    isOver = true
                    return .ended(ended)
                }
                guard !isOver else { return nil }
                do {
                    result = try await advance()
                } catch {
                    isOver = true
                    throw error
                }
            }
        }

        private mutating func advance() async throws -> RunResult? {
            guard execution == nil else { return try await execution?.advance() }
            let queue = queue
            let inputs = try RunInputs(updates.inputs, for: updates.workflow)
            let runner = updates.runner.telling { queue.add($0) }
            var begun = try await Execution(
                runner,
                updates.workflow,
                inputs,
                hub: updates.hub,
                run: updates.run ?? WorkflowRunner.newName()
            )
            let result = try await begun.begin(runner.opening(inputs, of: updates.workflow, updates.origin))
            execution = begun
            return result
        }
    }
}
