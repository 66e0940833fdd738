// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A time that goes on only when it is asked for.
final class SteppingTime: Sendable {
    private let time = Mutex(Duration.zero)
    private let step: Duration

    init(step: Duration) { self.step = step }

    func next() -> Duration {
        time.withLock {
            let now = $0
            $0 += step
            return now
        }
    }
}
