// SPDX-License-Identifier: Apache-2.0

import HypermediaClient
import Synchronization

/// Keeps how sessions ended.
final class Ending: Sendable {
    private let endings = Mutex<[HypermediaClient.Logoff]>([])

    var all: [HypermediaClient.Logoff] { endings.withLock { $0 } }
    /// Why the one session was left to expire, if it was.
    var reason: String? {
        guard all.count == 1, case .leftToExpire(let reason) = all[0] else { return nil }
        return reason
    }
    var note: @Sendable (HypermediaClient.Logoff) -> Void {
        { ending in self.endings.withLock { $0.append(ending) } }
    }
}
