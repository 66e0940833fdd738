// SPDX-License-Identifier: Apache-2.0

import HypermediaClient
import Synchronization
import Workflows

/// A time that passes only when somebody sleeps or asks: waiting for minutes takes none.
final class HandTime: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock { $0 } }

    func pass(_ duration: Duration) { time.withLock { $0 += duration } }

    /// Every request takes a moment.
    func request() -> Duration {
        time.withLock {
            $0 += .milliseconds(10)
            return $0
        }
    }

    /// The time as a process sees it; in a dead one nobody waits.
    func source(of life: Life) -> TimeSource {
        TimeSource(
            now: { self.now },
            sleep: { duration in
                guard !life.isOver else { throw CancellationError() }
                self.pass(duration)
            }
        )
    }

    var wallClock: WallClock {
        WallClock {
            Moment(rawValue: 1_768_543_200_000).advanced(by: self.now)
        }
    }
}
