// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// A read that may take several pages.
struct Reading: Sendable {
    /// How many pages are read at the most; nil for the first one only.
    var cap: Int?
    /// The step that it belongs to.
    var step = ""
    var pages: [Resource] = []
    /// The pages that were asked for, so that none is read twice.
    var asked: Set<String> = []

    /// The link to the next page of what was read last; nil if that is all.
    ///
    /// - Throws: ``WorkflowError`` if there are more than may be read, or a page leads to one that was read.
    mutating func next() throws(WorkflowError) -> Link? {
        guard let cap, let last = pages.last, let link = last.nextPage else { return nil }
        guard pages.count < cap else {
            throw WorkflowError(
                .limitExceeded,
                "There are more than \(cap) pages, which is as many as the step ‘\(step)’ reads.",
                hint: "Narrow what is asked for, or raise ‘pages’ in the workflow."
            )
        }
        guard asked.insert(link.href.text).inserted else {
            throw WorkflowError(.limitExceeded, "The pages that the step ‘\(step)’ reads go round in a circle.")
        }
        return link
    }
}
