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
    static let allowedFindings = 10_000
    /// How many resources a crawl of the default world reaches at least.
    static let leastResources = 100
    /// How much of the table of methods is answered as documented at least.
    static let leastMethods = 0.0
    /// How much of the table of links is served at least.
    static let leastLinks = 0.0

    /// Leaves traces that the world has only when something was done: sessions and tasks.
    static func beBusy(_ client: inout Client) throws {
        _ = try client.post(try client.job("Nightly").href("Start"))
    }

    /// The smallest bodies, about things that exist in a crawled world.
    static func bodies(_ model: SchemaModel, _ crawl: LockstepCrawl) -> TrialBody {
        var uids: [String: String] = [:]
        for visit in crawl.visits.values.sorted(by: { $0.path < $1.path }) {
            guard let uid = visit.page["UID"] else { continue }
            let parts = uid.split(separator: ":")
            if parts.count > 3, uids[String(parts[2])] == nil { uids[String(parts[2])] = uid }
        }
        return TrialBody(model: model, uids: uids, values: [:])
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
