// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Synchronization

/// How long somebody who wants to write waits for others who do.
///
/// Each pause is as long as the last one. The pauses of SQLite itself grow with every try: where many write one after
/// the other, whoever has waited longest asks least often, and can lose to newcomers until its time is over.
final class WriterPatience: Sendable {
    /// How long one pause is.
    static let pause = Duration.milliseconds(10)

    /// How long all pauses together are before it is given up: a step that cannot be written down ends its run, and
    /// one after a write leaves it in doubt.
    static let limit = Duration.seconds(60)

    private let perform: @Sendable (Duration) -> Void
    private let isOver = Mutex(false)

    /// Patience that lets time pass as it is told to.
    init(pausing perform: @escaping @Sendable (Duration) -> Void) { self.perform = perform }

    /// Whether it was given up once.
    var isExhausted: Bool { isOver.withLock { $0 } }

    /// Pauses before the next try; false to give up.
    func allowsTry(after tries: Int) -> Bool {
        guard Self.pause * tries < Self.limit else {
            isOver.withLock { $0 = true }
            return false
        }
        perform(Self.pause)
        return true
    }
}
#endif
