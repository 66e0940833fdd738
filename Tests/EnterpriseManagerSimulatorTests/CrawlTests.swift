// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CrawlTests {

    /// Answers against the rules of types: the tenants of a hardware plan are linked as if they were one reference
    /// [hardwareplans_id, get_hardwareplans_id_tenants], the settings of vSphere self-service upwards as those of Cloud
    /// Director [get_selfservice_vsphere_configs_id_backupjobsettings].
    ///
    /// Jobs of agents and of file shares are linked as jobs, files of backups of agents as restore points [agents, nas].
    static let irregular: Set<String> = [
        "CloudTenantReference CloudTenants", "VCloudOrganizationConfig VSphereSelfServiceConfig",
        "Job AgentBackupJob", "Job NASJob", "JobList AgentBackupJobs", "JobList NASJobs",
        "ObjectInJobList ObjectsInAgentBackupJob", "RestorePointList BackupFiles",
    ]

    static let readable: Set<String> = ["Up", "Down", "Alternate", "Related"]

    /// Follows every link that a GET is for, until nothing new turns up; the resources are counted by what they say
    /// of themselves, since opaque hrefs are new every time.
    static func crawl(_ client: inout Client) throws -> [String: [String]] {
        var graph: [String: [String]] = [:]
        var queue: [(href: String, type: String)] = [(Simulator.entryPath, "EnterpriseManager")]
        var seen: Set<String> = []
        var followed: Set<String> = []
        while let (href, type) = queue.popLast() {
            let page = try client.get(href)
            #expect(page.status == 200, "\(type) \(href)")
            let root = page.node.name
            if !root.isEmpty, !type.isEmpty, !irregular.contains("\(type) \(root)") {
                #expect(Profile.enterpriseManager.types.allows(root, for: LinkType(type)), "\(type) \(href) \(root)")
            }
            let path = client.simulator.log.entries.last?.resource ?? ""
            guard seen.insert(path).inserted else { continue }
            graph[path] = page.allLinks.map { $0.rel + ":" + ($0.type ?? "") }.sorted()
            for link in page.allLinks where readable.contains(link.rel) && followed.insert(link.href).inserted {
                queue.append((link.href, link.type ?? ""))
            }
        }
        return graph
    }

    @Test(arguments: ["v1_5", "v1_6", "v1_7"], [false, true])
    func everyLinkLeadsSomewhere(version: String, json: Bool) throws {
        var client = try Client.loggedOn(json: json, version: version)
        _ = try client.post(try client.job("Nightly").href("Start"))
        let graph = try CrawlTests.crawl(&client)
        #expect(graph.count > 60)
        #expect(client.simulator.log.madeUp.isEmpty)
        #expect(graph.keys.contains { $0.hasSuffix("linkedJobs") } == (version == "v1_7"))
    }

    @Test func everyOpaqueLinkLeadsSomewhere() throws {
        let configuration = SimulatorConfiguration {
            $0.opaqueURLs = true
            $0.shuffleLinks = true
            $0.attributeOrder = .server
        }
        var opaque = try Client.loggedOn(configuration)
        var plain = try Client.loggedOn()
        let graph = try CrawlTests.crawl(&opaque)
        #expect(graph == (try CrawlTests.crawl(&plain)))
        #expect(opaque.simulator.log.madeUp.isEmpty)
    }

    @Test func bothFormatsAndCasesAreOneGraph() throws {
        var xml = try Client.loggedOn()
        let graph = try CrawlTests.crawl(&xml)
        for keyCase in KeyCase.allCases {
            var json = try Client.loggedOn(SimulatorConfiguration { $0.keyCase = keyCase }, json: true)
            #expect(try CrawlTests.crawl(&json) == graph)
        }
    }

    @Test func alternateHoldsInBothDirections() throws {
        var client = try Client.loggedOn()
        for pair in ["Down:JobList", "Down:RepositoryList", "Down:BackupServerList", "Down:BackupJobSessionList"] {
            let list = try client.get(client.hub?.href(pair) ?? "")
            #expect(!list.node.children.isEmpty)
            for name in Set(list.node.children.map(\.name)) {
                for entity in list.items(name) {
                    let reference = try client.get(entity.links.first { $0.rel == "Alternate" }?.href ?? "")
                    #expect(reference["UID"] == entity["UID"])
                    #expect(reference.links.first { $0.rel == "Alternate" }?.href == entity["Href"])
                }
            }
        }
    }
}
