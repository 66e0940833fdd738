// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Foundation
import Hypermedia
import NodeStore
import XMLSchema

@testable import EnterpriseManagerSimulator

/// What the judges have in common, and the marks that they insist on.
enum Judge {
    /// How many findings there may be in the graph.
    static let allowedFindings = 0
    /// How many resources a crawl of the default world reaches at least.
    static let leastResources = 1_000
    /// How much of the table of methods is answered as documented at least; to be raised, never lowered.
    static let leastMethods = 0.97
    /// How much of the table of links is served at least; to be raised, never lowered.
    static let leastLinks = 0.98
    /// How many bodies are sent in JSON at least.
    static let leastBodiesInJSON = 60

    /// Whether everything is tried; the quick loop tries enough to see each kind of thing once.
    static let isThorough = ProcessInfo.processInfo.environment["EMWALK_THOROUGH"] == "1"

    /// Leaves traces that the world has only when something was done: sessions and tasks.
    static func beBusy(_ client: inout Client, _ edition: Edition) throws {
        _ = try client.post(try client.job("Nightly").href("Start"))
    }

    /// The smallest bodies, about things that exist in a crawled world.
    static func bodies(_ model: SchemaModel, _ crawl: LockstepCrawl) -> TrialBody {
        var uids: [String: [String]] = [:]
        for visit in crawl.visits.values.sorted(by: { $0.path < $1.path }) {
            let found =
                [visit.page["UID"], visit.page["HierarchyObjRef"]]
                + visit.page.node.children.map {
                    $0["HierarchyObjRef"]?.text
                }
            for uid in found.compactMap({ $0 }) {
                guard let kind = TrialBody.kind(of: uid), uids[kind]?.contains(uid) != true else { continue }
                uids[kind, default: []].append(uid)
            }
        }
        return TrialBody(model: model, uids: uids)
    }

    /// Everything that can be held against a crawl.
    static func findings(_ crawl: LockstepCrawl, _ schema: Schema) -> Set<JudgeFinding> {
        crawl.findings.union(RoundTrips(crawl.visits).findings).union(invalid(crawl, schema)).union(twins(crawl))
    }

    /// Where XML and JSON say different things.
    static func twins(_ crawl: LockstepCrawl) -> Set<JudgeFinding> {
        guard let xml = crawl.editions.firstIndex(of: .xml), let json = crawl.editions.firstIndex(of: .json) else {
            return []
        }
        return crawl.visits.values.reduce(into: []) { findings, visit in
            for text in DocumentTwins.differences(visit.pages[xml], visit.pages[json], type: visit.type) {
                findings.insert(JudgeFinding("twins", LockstepCrawl.path(visit.path), text))
            }
        }
    }

    /// What the trials of methods do not come by, since they do each thing once: the session that a job of replication
    /// starts, a file made ready to be downloaded, and the links that are typed only where a server types its Delete
    /// links; real ones do both [logging_out].
    static func rareKinds() throws -> [LinkKind] {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.deleteLinkTyped = true })
        let task = try client.post(try client.job("DC Replication").href("Start"))
        let includes = try client.get(try client.job("Nightly").href("Down:ObjectInJobList"))
        var (reader, _, mount) = try MountTests.mounted()
        let folder = try MountTests.directory(&reader, mount, ["C:", "Users", "Administrator", "Documents"])
        let files =
            try reader.get(MountTests.link(folder, "Down", "listFiles")).child("Files")?.items("FileEntry") ?? []
        let restore = files.first?.allLinks.first { $0.rel == "Restore" }?.href ?? ""
        let download = try reader.finish(try reader.post(restore, MountTests.download(reader)))
        return ([client.hub, task, includes, try client.finish(task), download].compactMap { $0 }).flatMap(LinkKind.all)
    }

    /// What the schema says of every answer of the plain editions.
    static func invalid(_ crawl: LockstepCrawl, _ schema: Schema) -> Set<JudgeFinding> {
        var findings: Set<JudgeFinding> = []
        for visit in crawl.visits.values {
            for (edition, page) in zip(crawl.editions, visit.pages) where !edition.isOpaque {
                findings.formUnion(
                    invalid(page, schema, edition, visit.path, root: visit.page.node.name)
                )
            }
        }
        return findings
    }

    /// What the schema says of answers in XML.
    static func invalid(_ pages: [Page], _ schema: Schema) -> Set<JudgeFinding> {
        pages.reduce(into: []) { findings, page in
            findings.formUnion(invalid(page, schema, .xml, page["Href"] ?? page.node.name, root: page.node.name))
        }
    }

    private static func invalid(
        _ page: Page,
        _ schema: Schema,
        _ edition: Edition,
        _ path: String,
        root: String
    ) -> Set<JudgeFinding> {
        let path = LockstepCrawl.path(path)
        do {
            let report = try schema.validate(
                Array(page.text.utf8),
                format: edition.isJSON ? .json : .xml,
                root: root,
                profile: .enterpriseManager
            )
            guard report.verdict != .valid else { return [] }
            let what = report.findings.first.map { "\($0.message) \($0.path)" } ?? report.verdict.rawValue
            return [JudgeFinding("invalid", path, "\(edition) \(root): \(what)")]
        } catch {
            return [JudgeFinding("invalid", path, "\(edition) \(root): \(error)")]
        }
    }

    /// Prints the figures, and what is missing where `EMWALK_MEASURES` asks for it.
    static func report(_ figures: String, _ findings: Set<JudgeFinding>, lines: [String] = []) {
        print(figures)
        print("  \(findings.count) findings")
        guard let folder = ProcessInfo.processInfo.environment["EMWALK_MEASURES"], !folder.isEmpty else { return }
        let text = (findings.map(\.description).sorted() + lines).joined(separator: "\n") + "\n"
        if folder == "-" {
            print(text)
        } else {
            let name = "simulator-\(figures.prefix { $0.isLetter }).tsv"
            try? text.write(to: URL(filePath: folder).appending(path: name), atomically: true, encoding: .utf8)
        }
    }
}
