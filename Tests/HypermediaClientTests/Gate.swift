// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Holds tasks back until enough of them have come; later ones pass.
final class Gate: Sendable {
    private struct State {
        var missing: Int
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(missing: count)) }

    var hasWaiters: Bool { state.withLock { !$0.waiters.isEmpty } }

    func arrive() async {
        await withCheckedContinuation { continuation in
            let released = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                state.missing -= 1
                state.waiters.append(continuation)
                guard state.missing <= 0 else { return [] }
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in released { waiter.resume() }
        }
    }
}
