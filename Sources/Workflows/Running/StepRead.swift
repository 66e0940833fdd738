// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A read that is about to be done.
struct StepRead: Sendable {
    /// The step that it belongs to; `verify` for the read-back.
    let step: String
    let link: Link
    /// The query parameters that are changed in the href of the link.
    var query: [String: String] = [:]
    /// Where the bytes of the answer go; nil for an answer that is a document.
    var saveTo: String?
}
