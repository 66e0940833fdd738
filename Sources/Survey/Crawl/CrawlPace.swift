// SPDX-License-Identifier: Apache-2.0

/// Decides when the next request of a crawl may be sent: a rate that is kept, and rest where the server asks for it.
///
/// It takes the time and returns waits; it sleeps nowhere.
struct CrawlPace: Sendable {
    private static let firstRest = Duration.seconds(1)
    private static let longestRest = Duration.seconds(60)
    /// How often in a row a server may refuse before the document is given up.
    static let patience = 6

    private let interval: Duration
    private var next: Duration = .zero
    private var rest = CrawlPace.firstRest
    /// How often in a row the server asked for rest.
    private(set) var refusals = 0

    init(rate: Double?) {
        interval = rate.map { $0 > 0 ? .seconds(1 / $0) : .zero } ?? .zero
    }

    /// How long to wait before the next request, which counts as sent.
    mutating func admit(now: Duration) -> Duration {
        let start = max(now, next)
        next = start + interval
        return start - now
    }

    /// The server asked for rest: everyone waits.
    mutating func refused(retryAfter: Int?, now: Duration) {
        refusals += 1
        let asked = retryAfter.map { Duration.seconds(min(max($0, 0), 300)) }
        next = max(next, now + (asked ?? rest))
        rest = min(rest * 2, CrawlPace.longestRest)
    }

    /// The server answers again.
    mutating func answered() {
        refusals = 0
        rest = CrawlPace.firstRest
    }
}
