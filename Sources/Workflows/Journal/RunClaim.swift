// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The right of one process to go on with a run; given back by ``release()``, or when the process ends.
public final class RunClaim: Sendable {
    private let giveBack: Mutex<(@Sendable () -> Void)?>

    /// A claim.
    ///
    /// - Parameter giveBack: called once, when the claim is released or forgotten.
    public init(_ giveBack: @escaping @Sendable () -> Void = {}) { self.giveBack = Mutex(giveBack) }

    deinit { release() }

    /// Gives the run back; does nothing the second time.
    public func release() {
        let action = giveBack.withLock { kept in
            defer { kept = nil }
            return kept
        }
        action?()
    }
}
