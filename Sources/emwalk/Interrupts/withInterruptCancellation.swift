// SPDX-License-Identifier: Apache-2.0

#if Network
/// Runs a piece of work that a signal cancels.
///
/// On SIGINT or SIGTERM the task of `body` is cancelled; it gets all the time that it needs to clean up (to log off,
/// to close its journal). A second signal ends the process at once, with ``Interrupted/exitCode``.
///
/// Where somebody is at hand who can decide what becomes of a task that is awaited, the signal is theirs: the body goes
/// on, and ends as they decide.
///
/// Only one such call may run at a time.
///
/// - Parameters:
///   - desk: who decides; nil for nobody.
///   - body: the work. What must run although it was cancelled belongs in a task that is not.
/// - Returns: what `body` returned.
/// - Throws: ``Interrupted`` after a signal, whatever `body` made of it; else what `body` throws.
func withInterruptCancellation<R: Sendable>(
    _ desk: InterruptDesk? = nil,
    _ body: @escaping @Sendable () async throws -> R
) async throws -> R {
    // A shell watches for as long as it lives.
    if let shell = Surroundings.current.shell {
        defer { shell.interrupts.ignore() }
        let interrupts = shell.interrupts
        return try await cancelling(on: interrupts.listen(), desk, rearm: interrupts.rearm, seen: interrupts.take, body)
    }
    let watch = InterruptWatch()
    defer { watch.stop() }
    return try await cancelling(on: watch.signals, desk, rearm: watch.rearm, body)
}

/// Runs a piece of work that the first of some signals cancels.
private func cancelling<R: Sendable>(
    on signals: AsyncStream<Int32>,
    _ desk: InterruptDesk?,
    rearm: @escaping @Sendable () -> Void,
    seen: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable () async throws -> R
) async throws -> R {
    return try await withThrowingTaskGroup(of: InterruptibleEvent<R>.self) { group in
        group.addTask {
            do { return .ended(.success(try await body())) } catch { return .ended(.failure(error)) }
        }
        group.addTask {
            for await signal in signals {
                seen()
                if desk?.takes(rearm) != true { return .signal(signal) }
            }
            return .watchCancelled
        }
        var interrupted: Interrupted?
        var outcome: Result<R, any Error>?
        for try await event in group {
            switch event {
            case .signal(let number): interrupted = Interrupted(signal: number)
            case .ended(let result): outcome = result
            case .watchCancelled: break
            }
            group.cancelAll()
        }
        if let interrupted { throw interrupted }
        guard let outcome else { throw CancellationError() }
        return try outcome.get()
    }
}

/// What can happen while a piece of work runs that a signal cancels.
private enum InterruptibleEvent<R: Sendable>: Sendable {
    case ended(Result<R, any Error>)
    case signal(Int32)
    case watchCancelled
}
#endif
