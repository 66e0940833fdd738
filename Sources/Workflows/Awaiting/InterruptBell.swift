// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Rung by somebody who wants to be heard while a task is awaited, such as by Ctrl-C.
public final class InterruptBell: Sendable {
    private struct State {
        var isRung = false
        var next = 0
        var listeners: [Int: CheckedContinuation<Void, Never>] = [:]
        /// Those who were cancelled before they listened.
        var cancelled: Set<Int> = []
        /// How many waits would hear it.
        var waits = 0
    }

    private let state = Mutex(State())

    /// A bell that is quiet.
    public init() {}

    /// Whether it was rung and not calmed since.
    public var isRung: Bool { state.withLock { $0.isRung } }

    /// Whether anybody would hear it: a task is being awaited.
    public var isHeard: Bool { state.withLock { $0.waits > 0 } }

    /// Rings it: whoever listens hears it now, others when they next look.
    public func ring() {
        let listeners = state.withLock { state in
            state.isRung = true
            defer { state.listeners = [:] }
            return state.listeners.values.map(\.self)
        }
        for listener in listeners { listener.resume() }
    }

    /// Makes it quiet again.
    public func calm() { state.withLock { $0.isRung = false } }

    /// Counts a wait that hears it.
    func attend() { state.withLock { $0.waits += 1 } }

    /// Counts it no more.
    func leave() { state.withLock { $0.waits -= 1 } }

    /// Returns when it is rung, or when the caller is cancelled.
    func listen() async {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { listener in
                let isOver = state.withLock { state in
                    if state.isRung || state.cancelled.remove(id) != nil { return true }
                    state.listeners[id] = listener
                    return false
                }
                if isOver { listener.resume() }
            }
        } onCancel: {
            let listener = state.withLock { state in
                guard let listener = state.listeners.removeValue(forKey: id) else {
                    state.cancelled.insert(id)
                    return CheckedContinuation<Void, Never>?.none
                }
                return listener
            }
            listener?.resume()
        }
        _ = state.withLock { $0.cancelled.remove(id) }
    }
}
