// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Survey

extension Connection {
    /// Crawls in a session of its own, and shows how far it is.
    ///
    /// - Parameters:
    ///   - path: where it begins.
    ///   - snapshot: what it writes.
    ///   - policy: what it follows.
    func crawl(from path: RelPath = .here, into snapshot: Snapshot, policy: CrawlPolicy) async throws -> SnapshotSummary
    {
        let progress = CrawlProgressLine(console: console)
        defer { progress.clear() }
        return try await withSession { session in
            try await SnapshotCrawl(session.client, into: snapshot, policy: policy).run(from: path) {
                progress.report($0)
            }
        }
    }
}
#endif
