// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Synchronization

/// Keeps the state of a shell where its verbs, its completion and the commands in it find it.
final class ShellDesk: Sendable {
    let session: Connection.Session
    private let kept: Mutex<ShellState>

    init(session: Connection.Session) {
        self.session = session
        kept = Mutex(ShellState(hub: session.hub))
    }

    var state: ShellState { kept.withLock { $0 } }

    @discardableResult func change<R: Sendable>(_ body: (inout sending ShellState) throws -> sending R) rethrows -> R {
        try kept.withLock(body)
    }
}
#endif
