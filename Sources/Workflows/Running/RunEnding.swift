// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// How a run ended, as the machine decided.
struct RunEnding: Sendable {
    var outcome: Outcome
    var message: String
    var failure: (any ActionableError)?
    var outputs: [JSONValue.Member] = []
    /// Whether going on later may tell more.
    var canResume = false
    /// How the link that was missing, ambiguous or refused is reached from the session.
    var path: RelPath?
    /// The last steps that did not work, and why.
    var leftovers: [RunLeftover] = []
}
