// SPDX-License-Identifier: Apache-2.0

/// Tells the time and waits, by a clock that is passed in.
public struct TimeSource: Sendable {
    /// The time since this source was made.
    public let now: @Sendable () -> Duration
    /// Waits; throws `CancellationError` when the task is cancelled.
    public let sleep: @Sendable (Duration) async throws -> Void

    /// The time of a clock.
    public init<C: Clock>(_ clock: C) where C.Duration == Duration {
        let start = clock.now
        now = { start.duration(to: clock.now) }
        sleep = { try await clock.sleep(for: $0) }
    }

    /// A time that is made by hand, as tests do.
    public init(now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// The clock of the machine, which goes on while it sleeps.
    public static let continuous = TimeSource(ContinuousClock())
}
