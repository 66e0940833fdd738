// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Workflows

extension Connection {
    /// The connection for runs: that of the shell, which stays open, or one that is opened for them.
    func forRuns(_ name: String) async throws -> FanOutConnection {
        if let shell = Surroundings.current.shell { return .open(shell.session.client, name: name) }
        let prepared = try await prepare()
        return FanOutConnection(name: name) { body in
            try await prepared.open { session in try await body(session.client) }
        }
    }
}
#endif
