// SPDX-License-Identifier: Apache-2.0

/// How far a crawl goes; every limit has a name that reports repeat.
public struct CrawlLimits: Hashable, Sendable {
    /// `crawl-depth`: how many links in a row are followed.
    ///
    /// Default 20.
    public var depth: Int
    /// `crawl-visits`: how many links are followed in all.
    ///
    /// Default 10,000.
    public var visits: Int

    /// Limits; each has a default.
    public init(depth: Int = 20, visits: Int = 10_000) {
        self.depth = depth
        self.visits = visits
    }
}
