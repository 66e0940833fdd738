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
        case ended(PreparedDocument)
        case refused(retryAfter: Int?)
    }

    private enum Event: Sendable {
        /// A document came, or did not.
        case answered(WaitingDocument, Outcome)
        /// Documents were written, which lead to so many others each.
        case written([PreparedDocument], found: [Int])
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
        // A list of all there is may be the largest document; nothing keeps it while the crawl goes on.
        let depot = LinkDepot(at: try await client.walk(.here))
        var way = try await begin(at: path, depot: depot)
        try snapshot.revive(policy)
        try snapshot.dropLateIndexes()
        try await crawl(&way, depot: depot, onProgress: onProgress)
        try snapshot.makeLateIndexes()
        let summary = try snapshot.summary()
        try snapshot.set(summary.isComplete ? "complete" : "incomplete", "1")
        try snapshot.settle()
        return summary
    }

    private func begin(at path: RelPath, depot: LinkDepot) async throws -> LiveWay {
        let (start, link) = try await look(at: path, depot: depot)
        try note(path)
        let root = try snapshot.root()
        let way = LiveWay(
            client: client,
            snapshot: snapshot,
            depot: depot,
            root: root.id,
            path: path,
            start: root.isNew ? nil : start.map(CrawledDocument.init)
        )
        guard root.isNew, let document = try snapshot.document(root.id) else { return way }
        if let link {
            try record(try await ask(link, for: document, depot: depot))
        } else if let start {
            let reading = DocumentReading(start)
            try record(.ended(try PreparedDocument(reading, for: document, policy: policy, depot: depot)))
        }
        return way
    }

    /// Finds out with what it begins: with what a link leads to, which is not read yet, or with a resource.
    private func look(at path: RelPath, depot: LinkDepot) async throws -> (start: Resource?, link: Link?) {
        if case .link(let link) = try await client.resolve(path), link.verb == .get, !link.isSecret {
            return (nil, link)
        }
        let start = try await client.walk(path)
        // What was read to find out where it is is read once more to keep its bytes.
        return (start, start.selfLink.flatMap { depot.deposit($0) }.flatMap { depot.redeem($0) })
    }

    private func note(_ path: RelPath) throws {
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

    private func record(_ outcome: Outcome) throws {
        guard case .ended(let document) = outcome else {
            throw SnapshotError(.badSnapshot, "The server was too busy to begin.", hint: "Try again in a while.")
        }
        if case .failed(let error, _) = document.outcome { throw error }
        _ = try snapshot.write([document])
    }

    /// Asks, prepares and writes at the same time: while some documents are written, others come and are taken apart.
    private func crawl(
        _ way: inout LiveWay,
        depot: LinkDepot,
        onProgress: (@Sendable (CrawlProgress) -> Void)?
    ) async throws {
        var queue = try CrawlQueue(snapshot: snapshot, policy: policy, time: client.time)
        var order = WritingOrder(concurrency: policy.concurrency)
        try await withThrowingTaskGroup(of: Event.self) { group in
            while true {
                while order.takesMore, let document = try queue.next(mayLook: !order.isWriting) {
                    let wait = queue.admit()
                    order.ask(document.id)
                    switch try await way.link(to: document) {
                    case .success(let link):
                        group.addTask {
                            .answered(document, try await ask(link, for: document, depot: depot, after: wait))
                        }
                    case .failure(let error):
                        order.answered(PreparedDocument(failure: error, status: nil, for: document))
                    }
                }
                if let documents = order.next() {
                    group.addTask { .written(documents, found: try snapshot.write(documents)) }
                }
                switch try await group.next() {
                case .answered(_, .ended(let document)): order.answered(document)
                case .answered(let document, .refused(let retryAfter)):
                    if try queue.refused(document, retryAfter: retryAfter) {
                        order.forget(document.id)
                    } else {
                        let error = SnapshotError(.busy, "The server was too busy, again and again.")
                        order.answered(PreparedDocument(failure: error, status: 503, for: document))
                    }
                case .written(let documents, let found):
                    order.written()
                    for (document, found) in zip(documents, found) {
                        queue.ended(document, found: found)
                        onProgress?(queue.progress())
                    }
                    try Task.checkCancellation()
                case nil: return
                }
            }
        }
    }

    private func ask(
        _ link: Link,
        for document: WaitingDocument,
        depot: LinkDepot,
        after wait: Duration = .zero
    ) async throws -> Outcome {
        if wait > .zero { try await client.time.sleep(wait) }
        func failed(_ error: any ActionableError, status: Int?) -> Outcome {
            .ended(PreparedDocument(failure: error, status: status, for: document))
        }
        do {
            let reading = try await DocumentReading(link, by: client)
            return .ended(try PreparedDocument(reading, for: document, policy: policy, depot: depot))
        } catch let error as ClientError {
            try Task.checkCancellation()
            if Crawl.endings.contains(error.code) { throw error }
            if error.status == 503 || error.status == 429 { return .refused(retryAfter: error.retryAfter) }
            return failed(error, status: error.status)
        } catch let error as any ActionableError {
            return failed(error, status: (error as? SnapshotError)?.status)
        }
    }
}
#endif
