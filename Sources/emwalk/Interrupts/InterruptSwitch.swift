// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Synchronization

/// Hands the signals of a shell to whatever is being done in it at the time; to nothing between two lines.
final class InterruptSwitch: Sendable {
    /// Makes the next signal count as the first again.
    let rearm: @Sendable () -> Void

    private let listener = Mutex<AsyncStream<Int32>.Continuation?>(nil)

    init(rearm: @escaping @Sendable () -> Void) { self.rearm = rearm }

    /// Signals from now on, until the next who listens.
    func listen() -> AsyncStream<Int32> {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        rearm()
        listener.withLock { $0 = continuation }
        return signals
    }

    /// Nobody is interested any more.
    func ignore() { listener.withLock { $0 = nil } }

    /// Hands a signal over; false if nobody listens.
    func deliver(_ signal: Int32) -> Bool {
        listener.withLock { listener in
            listener?.yield(signal)
            return listener != nil
        }
    }
}
#endif
