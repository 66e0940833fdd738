// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A write that a step is about to send: link and body are known, nothing was sent.
struct StepWrite: Sendable {
    let step: Step
    let link: Link
    let body: Body?
    /// The query parameters that are changed in the href of the link.
    let query: [String: String]
    /// Where the bytes of the answer go; nil for an answer that is a document.
    let saveTo: String?
    /// The item of the round, for a step with `forEach`; nil for a step without.
    let round: String?
    /// How the link is reached from the session.
    let path: RelPath
    /// Whether its effect outlasts the session.
    let isLasting: Bool
    /// What it should bring about, as text that is the same for the same effect; nil if nothing says.
    var effect: String?
    /// The write that it repeats, because that one surely had no effect.
    var repeats: JournalWrite?

    /// What tells it apart from the other writes of its run.
    var name: String { StepWrite.name(step.id, round) }

    static func name(_ step: String, _ round: String?) -> String { round.map { "\(step) \($0)" } ?? step }
}
