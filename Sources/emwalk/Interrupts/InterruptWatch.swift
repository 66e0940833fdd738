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
    /// What the signals did before: end the process, or nothing in a shell.
    private let before: [(@convention(c) (Int32) -> Void)?]

    /// Starts watching.
    ///
    /// - Parameter patience: how many signals in a row are taken before the process ends.
    init(patience: Int = 1) {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.signals = signals
        let seen = Seen()
        rearm = { seen.forget() }
        let queue = DispatchQueue(label: "interrupts")
        let registered = DispatchSemaphore(value: 0)
        // The sources only see signals that would not end the process first.
        before = Self.watched.map { signal($0, SIG_IGN) }
        sources = Self.watched.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                // Whoever asks twice does not want to wait for a clean-up that may hang. Buffers are not flushed and
                // nothing is unwound: that could hang as well.
                if seen.isTooMany(patience) { _exit(Interrupted.exitCode) }
                continuation.yield(number)
            }
            source.setRegistrationHandler { registered.signal() }
            source.activate()
            return source
        }
        // The line editor puts back the handlers that it found. Were these not there yet, a shell would be left with
        // signals that are ignored for as long as it lives.
        for _ in sources { registered.wait() }
    }

    /// Gives the signals back to whom they were before.
    func stop() {
        for (index, number) in Self.watched.enumerated() {
            sources[index].cancel()
            signal(number, before[index])
        }
    }

    private final class Seen: Sendable {
        private let count = Atomic<Int>(0)

        func isTooMany(_ patience: Int) -> Bool {
            count.wrappingAdd(1, ordering: .relaxed).newValue > patience
        }

        func forget() { count.store(0, ordering: .relaxed) }
    }
}
#endif
