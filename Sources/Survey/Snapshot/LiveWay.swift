// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// Finds links again that an earlier process was handed out, by asking for the documents in which they stand.
///
/// An href of a session that is gone cannot be used, and none is made from what a snapshot remembers: the document
/// that offered it is read again, and the link in it that leads to the same target is taken.
struct LiveWay {
    /// How many documents are kept at hand; the waiting ones lie in the order of their parents, so few are needed.
    private static let capacity = 16

    private let client: HypermediaClient
    private let snapshot: Snapshot
    private let root: Int64
    private let start: Resource
    private var recent: [(id: Int64, resource: Resource)] = []

    init(client: HypermediaClient, snapshot: Snapshot, root: Int64, start: Resource) {
        self.client = client
        self.snapshot = snapshot
        self.root = root
        self.start = start
    }

    /// The link that leads to a document.
    mutating func link(to document: WaitingDocument) async throws -> Result<Link, SnapshotError> {
        guard let parent = document.parent else {
            return .failure(SnapshotError(.linkMissing, "Nothing leads to this document."))
        }
        let resource: Resource
        switch try await live(parent) {
        case .success(let found): resource = found
        case .failure(let error): return .failure(error)
        }
        let links = resource.allLinks.filter { $0.verb == .get && !$0.isSecret }
        if let link = links.first(where: { ($0.href.requestTarget ?? $0.href.text) == document.target }) {
            return .success(link)
        }
        return try await byPath(document)
    }

    /// A server may hand out another href for the same thing; then the path tells, if it leads there alone.
    private func byPath(_ document: WaitingDocument) async throws -> Result<Link, SnapshotError> {
        let lost = SnapshotError(.linkMissing, "The link that led here is not offered any more.")
        guard document.isExact, let path = try? RelPath(document.path) else { return .failure(lost) }
        do {
            if case .link(let link) = try await client.resolve(path) { return .success(link) }
            return .failure(lost)
        } catch let error as any ActionableError {
            try Task.checkCancellation()
            if let error = error as? ClientError, Crawl.endings.contains(error.code) { throw error }
            return .failure(lost)
        }
    }

    private mutating func live(_ id: Int64) async throws -> Result<Resource, SnapshotError> {
        if id == root { return .success(start) }
        if let index = recent.firstIndex(where: { $0.id == id }) {
            let entry = recent.remove(at: index)
            recent.append(entry)
            return .success(entry.resource)
        }
        guard let document = try snapshot.document(id) else {
            return .failure(SnapshotError(.badSnapshot, "The snapshot lacks a document."))
        }
        switch try await link(to: document) {
        case .failure(let error): return .failure(error)
        case .success(let link):
            do {
                let resource = try await client.resource(of: link)
                recent.append((id, resource))
                if recent.count > LiveWay.capacity { recent.removeFirst() }
                return .success(resource)
            } catch let error as ClientError {
                try Task.checkCancellation()
                if Crawl.endings.contains(error.code) { throw error }
                return .failure(SnapshotError(error.code, error.message))
            }
        }
    }
}
#endif
