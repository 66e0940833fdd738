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
    /// Answers that the guide itself shows in spite of the type of their link.
    static let irregular: Set<String> = [
        // hardwareplans_id, get_hardwareplans_id_tenants
        "CloudTenantReference CloudTenants",
        // get_selfservice_vsphere_configs_id_backupjobsettings
        "VCloudOrganizationConfig VSphereSelfServiceConfig",
        // agents, nas: links to jobs are typed as those of virtual machines are; the roots are those of the lists.
        "JobList AgentBackupJobs", "JobList NASJobs",
        // agents, agents_jobs_id
        "RestorePointList BackupFiles", "ObjectInJobList ObjectsInAgentBackupJob",
    ]

    let editions: [Edition]
    private(set) var clients: [Client] = []
    private(set) var visits: [String: Visit] = [:]
    private(set) var findings: Set<JudgeFinding> = []
    private var queue: [(hrefs: [String], type: String, from: String)] = []
    private var seen: Set<String> = []

    /// Logs on to every edition.
    ///
    /// - Parameters:
    ///   - editions: the first is the one that the others are compared with; it has plain URLs and is in XML.
    ///   - prepare: what is done to each before the crawl.
    init(
        _ editions: [Edition],
        _ change: (inout SimulatorConfiguration) -> Void = { _ in },
        as account: SimulatorAccount? = nil,
        version: String = "latest",
        prepare: (inout Client) throws -> Void = { _ in }
    ) throws {
        self.editions = editions
        for edition in editions {
            let configuration = SimulatorConfiguration {
                change(&$0)
                $0.opaqueURLs = edition.isOpaque
            }
            var client = try Client.loggedOn(configuration, json: edition.isJSON, version: version, as: account)
            try prepare(&client)
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
        guard !visit.type.isEmpty, !LockstepCrawl.irregular.contains("\(visit.type) \(root)") else { return }
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
            guard seen.insert(LockstepCrawl.path(link.href)).inserted else { continue }
            queue.append((links.map { $0[index].href }, link.type ?? "", path))
        }
    }

    private mutating func note(_ kind: String, _ path: String, _ text: String) {
        findings.insert(JudgeFinding(kind, path, text))
    }
}
