// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
public import HypermediaClient

/// Follows every link that only reads, one after the other, and reports what came.
///
/// An answer that is an error or cannot be read is part of the report and does not end the crawl. Implied `self` links
/// of items are not followed.
public struct Crawl: Sendable {
    private let client: HypermediaClient
    private let limits: CrawlLimits

    /// A crawl within the session of a client.
    public init(_ client: HypermediaClient, limits: CrawlLimits = CrawlLimits()) {
        self.client = client
        self.limits = limits
    }

    /// Crawls.
    ///
    /// - Parameters:
    ///   - path: where it begins, walked from the hub.
    ///   - onVisit: told of every link that was followed.
    /// - Throws: what walking to the start throws; ``HypermediaClient/ClientError`` if the task was cancelled or the
    ///   session was lost, after which every further visit would fail in the same way.
    public func run(from path: RelPath = .here, onVisit: (@Sendable (Visit) -> Void)? = nil) async throws -> CrawlReport
    {
        var frontier = CrawlFrontier(limits: limits)
        var report = CrawlReport()
        let start = try await client.walk(path)
        report.census.count(start)
        frontier.offer(start, at: path, depth: 0)
        while let entry = frontier.next() {
            let (visit, resource) = try await follow(entry)
            report.visits.append(visit)
            onVisit?(visit)
            guard let resource else { continue }
            report.census.count(resource)
            frontier.offer(resource, at: entry.path, isExact: entry.isExact, depth: entry.depth)
        }
        report.leftOut = frontier.leftOut
        return report
    }

    private func follow(_ entry: CrawlFrontier.Entry) async throws -> (Visit, Resource?) {
        func visit(_ outcome: Visit.Outcome, _ findings: [Finding] = []) -> Visit {
            Visit(
                path: entry.path,
                isExact: entry.isExact,
                depth: entry.depth,
                type: entry.link.type,
                outcome: outcome,
                findings: findings
            )
        }
        do {
            let answer = try await client.follow(entry.link)
            guard let resource = answer.resource else {
                let message = "The answer has no representation."
                return (visit(.failed(.unusableAnswer, status: answer.status, message: message)), nil)
            }
            return (visit(.read(status: answer.status, root: resource.name), answer.hop.findings), resource)
        } catch let error as ClientError {
            if Crawl.endings.contains(error.code) { throw error }
            return (visit(.failed(error.code, status: error.status, message: error.message)), nil)
        } catch let error as HypermediaError {
            return (visit(.failed(error.code, status: nil, message: error.message)), nil)
        }
    }

    static let endings: Set<ErrorCode> = [
        ErrorCode("cancelled"), .closed, .logonRefused, .logonUnusable, .unauthorized,
    ]
}
