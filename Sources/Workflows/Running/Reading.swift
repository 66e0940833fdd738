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
    mutating func next(of profile: Profile) throws(WorkflowError) -> Link? {
        guard let cap, let last = pages.last, let paging = profile.pagingElement?.lowercased() else { return nil }
        let element = last.elements.last { $0.name.lowercased() == paging }
        let nexts = element?.links.filter { $0.rel == "Next" } ?? []
        // Links between pages have no Type; one that has may lead elsewhere.
        guard let link = nexts.first(where: { $0.type == nil }) ?? nexts.first else { return nil }
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
