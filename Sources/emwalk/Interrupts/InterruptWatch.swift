// SPDX-License-Identifier: Apache-2.0

#if Network
import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Turns the first SIGINT or SIGTERM into a value, and the second into the end of the process.
///
/// After ``rearm()`` the next one counts as the first again. Signals are a matter of the whole process: only one watch
/// may exist at a time.
final class InterruptWatch {
    /// The signals that count as the first, as they come.
    let signals: AsyncStream<Int32>
    /// Makes the next signal count as the first again: whoever was interrupted went on.
    let rearm: @Sendable () -> Void

    private static let watched = [SIGINT, SIGTERM]
    private let sources: [any DispatchSourceSignal]

    /// Starts watching.
    init() {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.signals = signals
        let seen = Seen()
        rearm = { seen.forget() }
        let queue = DispatchQueue(label: "interrupts")
        sources = Self.watched.map { number in
            // The source only sees signals that would not end the process first.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                // Whoever asks twice does not want to wait for a clean-up that may hang. Buffers are not flushed and
                // nothing is unwound: that could hang as well.
                if seen.isSecond() { _exit(Interrupted.exitCode) }
                continuation.yield(number)
            }
            source.activate()
            return source
        }
    }

    /// Gives the signals back to the system, so that they end the process again.
    func stop() {
        for (number, source) in zip(Self.watched, sources) {
            source.cancel()
            signal(number, SIG_DFL)
        }
    }

    private final class Seen: Sendable {
        private let any = Atomic<Bool>(false)

        func isSecond() -> Bool { any.exchange(true, ordering: .relaxed) }

        func forget() { any.store(false, ordering: .relaxed) }
    }
}
#endif
