// SPDX-License-Identifier: Apache-2.0

/// Decides what happens to a logon session: when to renew, when to give up.
///
/// It takes events and returns actions; the client performs them. A session that the server forgot (idle expiry) is
/// renewed once: a 401 to the token of a renewal that never worked ends the attempt.
struct SessionMachine: Sendable {
    enum State: Hashable, Sendable {
        /// Nobody logged on yet.
        case none
        /// Logged on. The token of a renewal may be renewed in turn only after an answer other than 401; that of the
        /// first logon at once, since a person may think for longer than the server waits.
        case active(token: String, mayRenew: Bool)
        /// Logged off, or never to be used again.
        case closed
    }

    enum UnauthorizedAction: Hashable, Sendable {
        /// Log on again, then repeat the request, which the server did not act upon.
        case renew
        /// Another request renewed already: repeat with the token of now.
        case repeatWithCurrentToken
        /// Report 401.
        case giveUp
    }

    private(set) var state = State.none
    /// How many sessions there were; tasks of an earlier one are gone.
    private(set) var generation = 0

    var token: String? {
        if case .active(let token, _) = state { return token }
        return nil
    }

    mutating func loggedOn(token: String) {
        state = .active(token: token, mayRenew: generation == 0)
        generation += 1
    }

    mutating func answered(token: String?) {
        if case .active(let current, false) = state, current == token {
            state = .active(token: current, mayRenew: true)
        }
    }

    /// A request with this token was answered 401.
    ///
    /// - Parameter wasRepeated: whether that was its second attempt already; there is no third.
    func unauthorized(token used: String?, wasRepeated: Bool) -> UnauthorizedAction {
        guard case .active(let current, let mayRenew) = state, let used, !wasRepeated else { return .giveUp }
        if used != current { return .repeatWithCurrentToken }
        return mayRenew ? .renew : .giveUp
    }

    mutating func close() { state = .closed }
}
