// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// Finds links again that an earlier process was handed out, by asking for the documents in which they stand.
///
/// An href of a session that is gone cannot be used, and none is made from what a snapshot remembers: the document
/// that offered it is read again, and the link in it that leads to the same target, or else stands in the same place, is
/// taken.
struct LiveWay {
    /// How many documents are kept at hand; the waiting ones lie in the order of their parents, and whatever one of them
    /// leads to is remembered otherwise, so few are needed.
    private static let capacity = 4

    private let client: HypermediaClient
    private let snapshot: Snapshot
    private let depot: LinkDepot
    private let root: Int64
    private let path: RelPath
    /// What the crawl begins with, until it was looked through: it may be the largest document there is.
    private var start: CrawledDocument?
    private var recent: [(id: Int64, document: CrawledDocument)] = []
    /// Targets of links that were chosen among several, so that none is chosen twice while it is under way.
    private var chosen: Set<String> = []

    /// - Parameters:
    ///   - root: the document with which the crawl begins.
    ///   - path: the walk that leads there.
    ///   - start: what that walk led to, if it will be looked through.
    init(
        client: HypermediaClient,
        snapshot: Snapshot,
        depot: LinkDepot,
        root: Int64,
        path: RelPath,
        start: CrawledDocument?
    ) {
        self.client = client
        self.snapshot = snapshot
        self.depot = depot
        self.root = root
        self.path = path
        self.start = start
    }

    /// The link that leads to a document.
    mutating func link(to document: WaitingDocument) async throws -> Result<Link, SnapshotError> {
        if let link = try ticketed(document) { return .success(link) }
        guard let parent = document.parent else {
            return .failure(SnapshotError(.linkMissing, "Nothing leads to this document."))
        }
        let crawled: CrawledDocument
        switch try await live(parent, besides: document) {
        case .success(let found): crawled = found
        case .failure(let error): return .failure(error)
        }
        if let link = try ticketed(document) { return .success(link) }
        return try await byPlace(document, in: crawled, parent)
    }

    private func ticketed(_ document: WaitingDocument) throws -> Link? {
        try (document.ticket ?? snapshot.ticket(of: document.id)).flatMap { depot.redeem($0) }
    }

    /// A server may hand out another href for the same thing; then its place in the document tells.
    private mutating func byPlace(
        _ document: WaitingDocument,
        in crawled: CrawledDocument,
        _ parent: Int64
    ) async throws -> Result<Link, SnapshotError> {
        let lost = SnapshotError(.linkMissing, "The link that led here is not offered any more.")
        guard let whole = try snapshot.document(parent), let place = try snapshot.place(of: document) else {
            return .failure(lost)
        }
        let candidates = try place.candidates(in: crawled, at: whole.place)
        guard let likely = candidates.first else { return .failure(lost) }
        guard candidates.count > 1 else { return .success(likely) }
        // Which of them were read tells nothing but what they lead to.
        for link in candidates where !chosen.contains(link.href.text) {
            do {
                let goal = try await DocumentReading(link, by: client).document
                guard try !snapshot.hasTaken(goal) else { continue }
                chosen.insert(link.href.text)
                return .success(link)
            } catch let error as ClientError {
                try Task.checkCancellation()
                if Crawl.endings.contains(error.code) { throw error }
            } catch is SnapshotError {
                // Nothing to be told by.
            }
        }
        return .success(likely)
    }

    /// A document that was read, read again; whatever it leads to is then at hand.
    ///
    /// - Parameters:
    ///   - id: its number.
    ///   - child: one of those that were found in it.
    private mutating func live(_ id: Int64, besides child: WaitingDocument) async throws -> Result<
        CrawledDocument, SnapshotError
    > {
        if let index = recent.firstIndex(where: { $0.id == id }) {
            let entry = recent.remove(at: index)
            recent.append(entry)
            return .success(entry.document)
        }
        guard let document = try snapshot.document(id) else {
            return .failure(SnapshotError(.badSnapshot, "The snapshot lacks a document."))
        }
        let crawled: CrawledDocument
        if id == root {
            crawled = try await beginning()
        } else {
            switch try await link(to: document) {
            case .failure(let error): return .failure(error)
            case .success(let link):
                do {
                    crawled = try await DocumentReading(link, by: client).document
                } catch let error as ClientError {
                    try Task.checkCancellation()
                    if Crawl.endings.contains(error.code) { throw error }
                    return .failure(SnapshotError(error.code, error.message))
                } catch let error as SnapshotError {
                    return .failure(error)
                }
            }
        }
        // Where every link has its ticket, the document itself is not needed any more.
        if try snapshot.renewTickets(of: document, in: crawled, besides: child, depot: depot) {
            return .success(crawled)
        }
        recent.append((id, crawled))
        if recent.count > LiveWay.capacity { recent.removeFirst() }
        return .success(crawled)
    }

    /// The document with which the crawl begins.
    private mutating func beginning() async throws -> CrawledDocument {
        defer { start = nil }
        if let start { return start }
        if case .link(let link) = try await client.resolve(path), link.verb == .get, !link.isSecret {
            return try await DocumentReading(link, by: client).document
        }
        return CrawledDocument(try await client.walk(path))
    }
}
#endif
