// SPDX-License-Identifier: Apache-2.0

import HypermediaClient
import Synchronization

/// Keeps what a client reports.
final class HopCollector: Sendable {
    private let hops = Mutex<[Hop]>([])

    var all: [Hop] { hops.withLock { $0 } }
    /// A line for each: method, relation, status, failure.
    var lines: [String] {
        all.map { hop in
            "\(hop.verb) \(hop.rel) \(hop.status.map(String.init) ?? "-")\(hop.failure.map { " \($0)" } ?? "")"
        }
    }

    func add(_ hop: Hop) { hops.withLock { $0.append(hop) } }
}
