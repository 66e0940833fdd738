// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Gathers what a ``Hop`` shows while an exchange is under way.
struct HopLog: Sendable {
    private let rel: String
    private let type: String?
    private let verb: String
    private let number: Int
    private let target: String
    private let startedAt: Duration
    var status: Int?
    var bytes = 0
    var findings: [Finding] = []
    /// False once it was reported.
    var isOpen = true

    init(_ exchange: Exchange, number: Int, target: String, startedAt: Duration) {
        rel = exchange.rel.rawValue
        type = exchange.type?.rawValue
        verb = exchange.verb.rawValue
        self.number = number
        self.target = target
        self.startedAt = startedAt
    }

    func hop(endedAt: Duration, failure: ErrorCode?) -> Hop {
        let elapsed = (endedAt - startedAt).components
        return Hop(
            number: number,
            rel: rel,
            type: type,
            verb: verb,
            target: target,
            status: status,
            milliseconds: Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000),
            bytes: bytes,
            failure: failure?.rawValue,
            findings: findings
        )
    }
}
