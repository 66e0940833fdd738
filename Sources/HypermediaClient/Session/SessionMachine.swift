// SPDX-License-Identifier: Apache-2.0

/// Decides what happens to a logon session: when to log on, when to renew, when to give up.
///
/// It takes events and returns actions; the client performs them. A session that the server forgot (idle expiry) is
/// renewed once: a 401 to a token that never worked again after its renewal ends the attempt, so that no account is
/// locked by repetition.
struct SessionMachine: Sendable {
    enum State: Hashable, Sendable {
        /// Nobody logged on yet.
        case none
        /// Logged on; `proven` after an answer other than 401.
        case active(token: String, proven: Bool)
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
        state = .active(token: token, proven: false)
        generation += 1
    }

    mutating func answered(token: String?) {
        if case .active(let current, false) = state, current == token { state = .active(token: current, proven: true) }
    }

    mutating func unauthorized(token used: String?) -> UnauthorizedAction {
        guard case .active(let current, let proven) = state, let used else { return .giveUp }
        if used != current { return .repeatWithCurrentToken }
        return proven ? .renew : .giveUp
    }

    mutating func close() { state = .closed }
}
