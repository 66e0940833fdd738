// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A write that a step is about to send: link and body are known, nothing was sent.
struct StepWrite: Sendable {
    let step: Step
    let link: Link
    let body: Body?
    /// How the link is reached from the session.
    let path: RelPath
    /// What it should bring about, as text that is the same for the same effect; nil if nothing says.
    var effect: String?
    /// The write that it repeats, because that one surely had no effect.
    var repeats: JournalWrite?
}
