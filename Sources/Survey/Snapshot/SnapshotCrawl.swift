// SPDX-License-Identifier: Apache-2.0

#if Network
public import Hypermedia
public import HypermediaClient

/// Follows every link that only reads, from what the session begins with, into a snapshot.
///
/// What is still to be read lies in the snapshot, not in memory: a crawl that was cut off goes on where it was, and a
/// large one needs no more memory than a small one. An error is written down as a finding and does not end the crawl.
/// Logon sessions are left alone.
public struct SnapshotCrawl: Sendable {
    private let client: HypermediaClient
    private let snapshot: Snapshot
    private let policy: CrawlPolicy

    /// A crawl within the session of a client.
    public init(_ client: HypermediaClient, into snapshot: Snapshot, policy: CrawlPolicy = CrawlPolicy()) {
        self.client = client
        self.snapshot = snapshot
        self.policy = policy
    }

    private enum Outcome: Sendable {
        case read(Snapshot.Reading)
        case refused(retryAfter: Int?)
        case failed(any ActionableError, status: Int?)
    }

    /// Crawls until nothing is waiting or a limit is reached.
    ///
    /// - Parameters:
    ///   - path: where it begins; a snapshot that was begun elsewhere is not gone on with.
    ///   - onProgress: told after every document.
    /// - Throws: what reading the start throws; ``SnapshotError``; `CancellationError`, after which the crawl can be
    ///   gone on with; ``HypermediaClient/ClientError`` if the session was lost for good.
    @discardableResult
    public func run(
        from path: RelPath = .here,
        onProgress: (@Sendable (CrawlProgress) -> Void)? = nil
    ) async throws -> SnapshotSummary {
        let start = try await client.walk(path)
        try begin(at: path)
        let root = try snapshot.root(start)
        let depot = LinkDepot(at: start)
        var way = LiveWay(client: client, snapshot: snapshot, depot: depot, root: root.id, start: start)
        if root.isNew, let document = try snapshot.document(root.id) {
            try await record(start, as: document, depot: depot)
        }
        try snapshot.revive(policy)
        try await crawl(&way, depot: depot, onProgress: onProgress)
        let summary = try snapshot.summary()
        try snapshot.set(summary.isComplete ? "complete" : "incomplete", "1")
        return summary
    }

    private func begin(at path: RelPath) throws {
        let begun = try snapshot["start"]
        if let begun, begun != path.description {
            throw SnapshotError(
                .otherSnapshot,
                "‘\(snapshot.file)’ was begun at ‘\(begun)’, not at ‘\(path)’.",
                hint: "Go on from there, or write another file."
            )
        }
        guard begun == nil else { return }
        try snapshot.set("start", path.description)
        try snapshot.set("api", client.profile.name)
        try snapshot.set("accept", client.options.accept.rawValue)
    }

    /// The start was read already to find out where it is; it is read once more to keep its bytes.
    private func record(_ start: Resource, as document: WaitingDocument, depot: LinkDepot) async throws {
        let outcome: Outcome
        if let link = start.selfLink {
            outcome = try await ask(link)
        } else {
            outcome = .read(
                Snapshot.Reading(resource: start, status: 200, milliseconds: 0, bytes: [], findings: [])
            )
        }
        switch outcome {
        case .read(let reading): _ = try snapshot.record(reading, for: document, policy: policy, depot: depot)
        case .failed(let error, _): throw error
        case .refused:
            throw SnapshotError(.badSnapshot, "The server was too busy to begin.", hint: "Try again in a while.")
        }
    }

    private func crawl(
        _ way: inout LiveWay,
        depot: LinkDepot,
        onProgress: (@Sendable (CrawlProgress) -> Void)?
    ) async throws {
        var queue = try CrawlQueue(snapshot: snapshot, policy: policy, time: client.time)
        // Answers are written down in the order in which they were asked for, whatever order they come in: which walk
        // leads to a document first is then no matter of chance.
        var order: ArraySlice<Int64> = []
        var ended: [Int64: (document: WaitingDocument, outcome: Outcome)] = [:]
        try await withThrowingTaskGroup(of: (WaitingDocument, Outcome).self) { group in
            while true {
                while order.count - ended.count < policy.concurrency, order.count < policy.concurrency * 4,
                    let document = try queue.next()
                {
                    let wait = queue.admit()
                    order.append(document.id)
                    switch try await way.link(to: document) {
                    case .success(let link): group.addTask { (document, try await ask(link, after: wait)) }
                    case .failure(let error): ended[document.id] = (document, .failed(error, status: nil))
                    }
                }
                while let id = order.first, let (document, outcome) = ended.removeValue(forKey: id) {
                    order.removeFirst()
                    try record(outcome, of: document, &queue, depot: depot)
                    onProgress?(queue.progress())
                }
                if order.count > ended.count {
                    guard let (document, outcome) = try await group.next() else { break }
                    ended[document.id] = (document, outcome)
                } else if order.isEmpty, try queue.isEmpty() {
                    break
                }
            }
        }
    }

    private func record(
        _ outcome: Outcome,
        of document: WaitingDocument,
        _ queue: inout CrawlQueue,
        depot: LinkDepot
    ) throws {
        switch outcome {
        case .read(let reading):
            let found = try snapshot.record(reading, for: document, policy: policy, depot: depot)
            queue.ended(isRead: true, found: found)
        case .failed(let error, let status):
            try snapshot.recordFailure(error, status: status, for: document)
            queue.ended(isRead: false)
        case .refused(let retryAfter):
            if try !queue.refused(document, retryAfter: retryAfter) {
                let error = SnapshotError(.busy, "The server was too busy, again and again.")
                try snapshot.recordFailure(error, status: 503, for: document)
            }
        }
    }

    private func ask(_ link: Link, after wait: Duration = .zero) async throws -> Outcome {
        if wait > .zero { try await client.time.sleep(wait) }
        do {
            let answer = try await client.follow(link, keepingBytes: true)
            guard let resource = answer.resource else {
                let error = SnapshotError(.unusableAnswer, "The answer has no representation.")
                return .failed(error, status: answer.status)
            }
            return .read(
                Snapshot.Reading(
                    resource: resource,
                    status: answer.status,
                    milliseconds: answer.hop.milliseconds,
                    // A snapshot can be given away: it does not tell which server it is of.
                    bytes: Cassette.replacing(
                        client.entry.origin.description,
                        with: Cassette.origin,
                        in: answer.bytes ?? []
                    ),
                    findings: answer.hop.findings
                )
            )
        } catch let error as ClientError {
            try Task.checkCancellation()
            if Crawl.endings.contains(error.code) { throw error }
            if error.status == 503 || error.status == 429 { return .refused(retryAfter: error.retryAfter) }
            return .failed(error, status: error.status)
        } catch let error as any ActionableError {
            return .failed(error, status: nil)
        }
    }
}
#endif
