// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Which runs are taken within this process.
final class RunClaims: Sendable {
    private let taken = Mutex<Set<String>>([])

    func claim(_ run: String) throws(WorkflowError) -> RunClaim {
        guard taken.withLock({ $0.insert(run).inserted }) else { throw .busy(run) }
        return RunClaim { _ = self.taken.withLock { $0.remove(run) } }
    }
}
