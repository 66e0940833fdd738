// SPDX-License-Identifier: Apache-2.0

import HypermediaClient
import Synchronization

/// A time that goes on when a test says so.
final class HandClock: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock { $0 } }
    var source: TimeSource { TimeSource(now: { self.now }, sleep: { self.advance(by: $0) }) }

    func advance(by step: Duration) { time.withLock { $0 += step } }
}
