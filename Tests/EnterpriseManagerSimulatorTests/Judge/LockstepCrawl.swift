// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia
import NodeStore

@testable import EnterpriseManagerSimulator

/// Walks several editions of one world side by side, from the entry over every link that a GET is for, and notes
/// where an edition answers differently, a link leads nowhere, or an answer is not what its link promised.
struct LockstepCrawl {
    /// The relations whose links are read.
    static let readable: Set<String> = ["Up", "Down", "Alternate", "Related", "First", "Next", "Previous", "Last"]
    let editions: [Edition]
    private(set) var clients: [Client] = []
    private(set) var visits: [String: Visit] = [:]
    private(set) var findings: Set<JudgeFinding> = []
    /// The first segments of the paths that are followed; nil for all.
    private let parts: Set<String>?
    private var queue: [(hrefs: [String], type: String, from: String)] = []
    private var seen: Set<String> = []

    /// Logs on to every edition.
    ///
    /// - Parameters:
    ///   - editions: the first is the one that the others are compared with; it has plain URLs and is in XML.
    ///   - parts: the first segments of the paths that are followed; nil for all.
    ///   - logOn: how a client logs on.
    ///   - prepare: what is done to each before the crawl.
    init(
        _ editions: [Edition],
        _ change: (inout SimulatorConfiguration) -> Void = { _ in },
        within parts: Set<String>? = nil,
        logOn: (inout Client) throws -> Void = { try $0.logOn() },
        prepare: (inout Client, Edition) throws -> Void = { _, _ in }
    ) throws {
        self.editions = editions
        self.parts = parts
        for edition in editions {
            let configuration = SimulatorConfiguration {
                change(&$0)
                $0.opaqueURLs = edition.isOpaque
            }
            var client = Client(configuration, json: edition.isJSON)
            try logOn(&client)
            try prepare(&client, edition)
            clients.append(client)
        }
        let entry = Array(repeating: Simulator.entryPath, count: editions.count)
        queue.append((entry, "EnterpriseManager", ""))
        seen.insert(Simulator.entryPath)
    }

    /// Follows every link.
    mutating func run() {
        while let (hrefs, type, from) = queue.popLast() {
            let path = LockstepCrawl.path(hrefs[0])
            guard let pages = read(hrefs, path, type, from) else { continue }
            let visit = Visit(path: path, type: type, from: from, pages: pages)
            visits[path] = visit
            judgeRoot(visit)
            let links = pages.map(\.allLinks)
            compare(links, path)
            enqueue(links, path)
        }
    }

    /// An href without its origin.
    static func path(_ href: String) -> String {
        guard let scheme = href.firstRange(of: "://") else { return href }
        return String(href[scheme.upperBound...].drop { $0 != "/" })
    }

    private mutating func read(_ hrefs: [String], _ path: String, _ type: String, _ from: String) -> [Page]? {
        var pages: [Page] = []
        for (index, href) in hrefs.enumerated() {
            let response = clients[index].send(.get, href)
            guard response.status == 200 else {
                let origin = PathTemplate.generalized(from)
                note("dangling", path, "\(response.status) to a \(type) link of \(origin) in \(editions[index])")
                return nil
            }
            guard let page = try? Page(response) else {
                note("unreadable", path, "not a document in \(editions[index])")
                return nil
            }
            pages.append(page)
        }
        return pages
    }

    private mutating func judgeRoot(_ visit: Visit) {
        let root = visit.page.node.name
        guard !visit.type.isEmpty else { return }
        if !Profile.enterpriseManager.types.allows(root, for: LinkType(visit.type)) {
            note("root", visit.path, "a \(visit.type) link of \(PathTemplate.generalized(visit.from)) answers \(root)")
        }
    }

    private mutating func compare(_ links: [[Page.Link]], _ path: String) {
        func text(_ link: Page.Link) -> String { "\(link.rel) \(link.type ?? "-") \(link.name ?? "")" }
        let first = links[0].map(text)
        for (index, other) in links.enumerated().dropFirst() {
            let edition = editions[index]
            if other.map(text) != first {
                let missing = Set(first).symmetricDifference(other.map(text)).sorted().prefix(3)
                note("graph", path, "other links in \(edition): \(missing.joined(separator: "; "))")
            } else if !edition.isOpaque, other.map(\.href) != links[0].map(\.href) {
                note("graph", path, "other hrefs in \(edition)")
            }
        }
    }

    private mutating func enqueue(_ links: [[Page.Link]], _ path: String) {
        for index in links[0].indices {
            let link = links[0][index]
            guard LockstepCrawl.readable.contains(link.rel), links.allSatisfy({ $0.count == links[0].count }) else {
                continue
            }
            let target = LockstepCrawl.path(link.href)
            guard isWithin(target), seen.insert(target).inserted else { continue }
            queue.append((links.map { $0[index].href }, link.type ?? "", path))
        }
    }

    private func isWithin(_ path: String) -> Bool {
        guard let parts else { return true }
        return ParsedPath(path).segments.first.map(parts.contains) ?? true
    }

    private mutating func note(_ kind: String, _ path: String, _ text: String) {
        findings.insert(JudgeFinding(kind, path, text))
    }
}
