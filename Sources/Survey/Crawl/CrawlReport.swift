// SPDX-License-Identifier: Apache-2.0

/// What a crawl saw.
public struct CrawlReport: Sendable {
    /// Every link that was followed, in order.
    public internal(set) var visits: [Visit] = []
    /// Which kind of resource offers which links.
    public internal(set) var census = LinkCensus()
    /// How many links were left out by a limit, by the limit's name; empty if the crawl is complete.
    public internal(set) var leftOut: [String: Int] = [:]

    /// The visits that brought no representation or on which something was noticed.
    public var findings: [Visit] {
        visits.filter { visit in
            if case .failed = visit.outcome { return true }
            return !visit.findings.isEmpty
        }
    }
}
