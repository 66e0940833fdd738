// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Synchronization

/// Hands the signals of a shell to whatever is being done in it at the time.
///
/// A line does several things one after the other, and a signal may come between two of them: it is kept for the next
/// one. Between two lines there is nothing to interrupt.
final class InterruptSwitch: Sendable {
    private struct State {
        var listener: AsyncStream<Int32>.Continuation?
        var isInLine = false
        /// What came during the line and was not taken yet.
        var pending: Int32?
    }

    /// Makes the next signal count as the first again.
    let rearm: @Sendable () -> Void

    private let state = Mutex(State())

    /// A switch.
    ///
    /// - Parameter rearm: makes the next signal count as the first again.
    init(rearm: @escaping @Sendable () -> Void) { self.rearm = rearm }

    /// A line begins: signals are kept for what it does.
    func beginLine() {
        rearm()
        state.withLock { $0 = State(isInLine: true) }
    }

    /// The line is over; returns the signal that came during it and that nothing in it took.
    func endLine() -> Int32? {
        state.withLock { state in
            defer { state = State() }
            return state.pending
        }
    }

    /// Signals from now on, until the next who listens; first the one that nobody took.
    func listen() -> AsyncStream<Int32> {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        rearm()
        state.withLock { state in
            state.listener = continuation
            if let pending = state.pending { continuation.yield(pending) }
        }
        return signals
    }

    /// A signal was seen by who listens: nobody else needs to.
    func take() { state.withLock { $0.pending = nil } }

    /// Nobody is interested any more.
    func ignore() { state.withLock { $0.listener = nil } }

    /// Hands a signal over; false if nothing is being done.
    func deliver(_ signal: Int32) -> Bool {
        state.withLock { state in
            guard state.isInLine || state.listener != nil else { return false }
            if state.isInLine { state.pending = signal }
            state.listener?.yield(signal)
            return true
        }
    }
}
#endif
