// SPDX-License-Identifier: Apache-2.0

import HypermediaClient
import Synchronization

/// A time that passes only with requests and where somebody sleeps.
final class WorldTime: Sendable {
    private let state = Mutex(Duration.zero)

    func pass(_ duration: Duration) { state.withLock { $0 += duration } }

    func request() -> Duration {
        state.withLock { now in
            now += .milliseconds(1)
            return now
        }
    }

    var source: TimeSource {
        TimeSource(now: { self.state.withLock { $0 } }, sleep: { self.pass($0) })
    }
}
