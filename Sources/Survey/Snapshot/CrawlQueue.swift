// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// Hands out what a crawl reads next, in the order in which it was found, a few at a time from the snapshot.
struct CrawlQueue {
    private static let page = 256

    private let snapshot: Snapshot
    private let policy: CrawlPolicy
    private let time: TimeSource
    private let begin: Duration
    private var pace: CrawlPace
    private var page: ArraySlice<WaitingDocument> = []
    private var last: Int64 = 0
    /// Documents that the server was too busy for; they come first.
    private var again: [WaitingDocument] = []
    private var handedOut = 0
    private var read = 0
    private var failed = 0
    private var rest: Duration?

    private var waiting: Int

    init(snapshot: Snapshot, policy: CrawlPolicy, time: TimeSource) throws {
        self.snapshot = snapshot
        self.policy = policy
        self.time = time
        begin = time.now()
        pace = CrawlPace(rate: policy.rate)
        waiting = try snapshot.waitingCount()
    }

    /// The next document; nil if none is known yet or the limit is reached; more may be found.
    ///
    /// - Parameter mayLook: whether the snapshot may be asked, which waits for whoever writes.
    mutating func next(mayLook: Bool) throws -> WaitingDocument? {
        if let document = again.popLast() { return document }
        if let limit = policy.documents, handedOut >= limit { return nil }
        if page.isEmpty, mayLook {
            page = try snapshot.waiting(after: last, limit: CrawlQueue.page)[...]
            last = page.last?.id ?? last
        }
        guard let document = page.popFirst() else { return nil }
        handedOut += 1
        return document
    }

    /// How long to wait before the next request.
    mutating func admit() -> Duration { pace.admit(now: time.now()) }

    /// A document was written down, whether it came or not; with it, others were found.
    mutating func ended(_ document: PreparedDocument, found: Int) {
        waiting += found - 1
        if document.isRead { read += 1 } else { failed += 1 }
        // A server that was too busy for one has not answered; the next one is not asked for as often again.
        guard !document.isBusy else { return }
        pace.answered()
        rest = nil
    }

    /// Returns whether the document will be asked for again; if not, it has yet to end.
    mutating func refused(_ document: WaitingDocument, retryAfter: Int?) throws -> Bool {
        let now = time.now()
        pace.refused(retryAfter: retryAfter, now: now)
        guard pace.refusals <= CrawlPace.patience * policy.concurrency else {
            return false
        }
        again.append(document)
        rest = .seconds(retryAfter ?? 1)
        return true
    }

    func progress() -> CrawlProgress {
        CrawlProgress(
            read: read,
            failed: failed,
            waiting: waiting,
            elapsed: time.now() - begin,
            rest: rest
        )
    }
}
#endif
