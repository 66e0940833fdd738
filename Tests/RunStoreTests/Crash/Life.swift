// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The life of a process that may be killed at a point: what it does after that reaches nobody.
final class Life: Sendable {
    private struct State {
        var points: [String] = []
        var isOver = false
    }

    private let state = Mutex(State())
    private let death: Int?

    /// A life that ends at a point, counted from 0; nil for one that does not.
    init(until death: Int? = nil) { self.death = death }

    /// The points that were come to.
    var points: [String] { state.withLock { $0.points } }

    var isOver: Bool { state.withLock { $0.isOver } }

    /// Comes to a point; false if the process is dead.
    func reaches(_ point: String) -> Bool {
        state.withLock { state in
            if state.isOver { return false }
            if state.points.count == death { state.isOver = true }
            state.points.append(point)
            return !state.isOver
        }
    }
}
