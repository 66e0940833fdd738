// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Counts requests against the configured faults; the same requests meet the same faults.
struct FaultSchedule: Sendable {
    private let faults: [Fault]
    private var seen: [Int]

    init(_ faults: [Fault]) {
        self.faults = faults
        seen = faults.map { _ in 0 }
    }

    /// The effect for the next request, the first fault that is due winning; all that match are counted.
    mutating func next(method: HTTPRequest.Method, path: String) -> FaultEffect? {
        var effect: FaultEffect?
        for (index, fault) in faults.enumerated() where fault.match.accepts(method: method, path: path) {
            seen[index] += 1
            if effect == nil, fault.occurrence.map({ $0 == seen[index] }) ?? true { effect = fault.effect }
        }
        return effect
    }
}
