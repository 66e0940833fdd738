// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Why a request brought no answer that can be used.
struct StepFailure: Sendable {
    let error: any ActionableError
    /// The status of the answer; nil if none came or nothing was sent.
    let status: Int?
    let retryAfter: Int?
    /// Whether a write may have had its effect.
    let effectUnknown: Bool
    /// The logon session of now.
    let generation: Int

    /// Whether a write cannot have had an effect: it was never sent, or refused before it was acted upon.
    var isSurelyWithoutEffect: Bool {
        guard !effectUnknown else { return false }
        return status.map { $0 == 503 || (400...499).contains($0) } ?? true
    }

    /// Whether a write was passed on by something in between that then lost its answer.
    var isGatewayFailure: Bool { status == 502 || status == 504 }

    /// Whether the same read may work in a while.
    var isTransient: Bool { status.map { $0 == 429 || $0 >= 500 } ?? true }
}
