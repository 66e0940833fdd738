// SPDX-License-Identifier: Apache-2.0

/// How far a crawl has come.
public struct CrawlProgress: Hashable, Sendable {
    /// Documents that were read in this run.
    public let read: Int
    /// Documents that could not be had in this run.
    public let failed: Int
    /// Documents that are known and not read yet.
    public let waiting: Int
    /// How long this run has taken.
    public let elapsed: Duration
    /// How long it rests because the server asked for it; nil if it does not.
    public let rest: Duration?

    /// Documents a second.
    public var rate: Double {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return seconds > 0 ? Double(read + failed) / seconds : 0
    }

    /// How long it will take yet, going by what is known; more may be found.
    public var remaining: Duration? { rate > 0 ? .seconds(Double(waiting) / rate) : nil }
}
