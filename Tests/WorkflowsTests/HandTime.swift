// SPDX-License-Identifier: Apache-2.0

import HypermediaClient
import Synchronization

/// A time that passes only when somebody sleeps: waiting for minutes takes none.
final class HandTime: Sendable {
    private let state = Mutex<(now: Duration, sleeps: [Duration])>((.zero, []))
    /// What passes with every look at the clock of the server, as requests take time.
    let perRequest: Duration

    init(perRequest: Duration = .milliseconds(10)) { self.perRequest = perRequest }

    var now: Duration { state.withLock { $0.now } }
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    func pass(_ duration: Duration) { state.withLock { $0.now += duration } }

    func request() -> Duration {
        state.withLock { state in
            state.now += perRequest
            return state.now
        }
    }

    var source: TimeSource {
        TimeSource(
            now: { self.now },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock { state in
                    state.now += duration
                    state.sleeps.append(duration)
                }
            }
        )
    }
}
