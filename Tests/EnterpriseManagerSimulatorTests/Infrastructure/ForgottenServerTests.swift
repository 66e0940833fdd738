// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// With a backup server goes what it has.
@Suite struct ForgottenServerTests {
    @Test(arguments: [0, 400]) func nothingOfItIsLeft(jobs: Int) throws {
        var world = World(SimulatorConfiguration { $0.generatedJobs = jobs }, secrets: SeededGenerator(seed: 1))
        let server = try #require(world.servers.first).id
        let root = try #require(world.infrastructure.roots.first { $0.server == server }).id
        let account = try #require(world.portal.accounts.first).id
        let reference = HierarchyReference(platform: "VMware", type: "Vm", root: root, object: "vm-1")
        let scope = ScopeRecord(id: world.generator.guid(), reference: reference, name: "web01")
        world.portal.add([scope], toAccount: account)
        let before = ForgottenServerTests.counts(world, on: server)
        #expect(before.allSatisfy { $0.value > 0 }, "\(before)")

        world.remove(server: server)
        let after = ForgottenServerTests.counts(world, on: server)
        #expect(after.allSatisfy { $0.value == 0 }, "\(after)")
        let scopes = try #require(world.portal.accounts[account]).scopes
        #expect(scopes.isEmpty)
        let runs = world.agents.pointsOfRun.keys.filter { world.protection.points[$0] == nil }
        #expect(runs.isEmpty)
        let backups = world.agents.backups.filter { world.protection.backups[$0] == nil }
        #expect(backups.isEmpty)
    }

    @Test func whatIsLeftHasNoDanglingLink() throws {
        var client = try Client.loggedOn()
        let servers = try client.get(client.hub?.href("Down:BackupServerList") ?? "").items("BackupServer")
        let server = try #require(servers.first)
        #expect(client.send(.delete, server.href("Delete:BackupServerReference")).status == 204)
        let graph = try CrawlTests.crawl(&client)
        #expect(graph.count > 60)
    }

    /// How many records of each kind a server has.
    private static func counts(_ world: World, on server: GUID) -> [String: Int] {
        let (agents, portal) = (world.agents, world.portal)
        return [
            "groups": agents.groups.count { $0.server == server },
            "computers": agents.computers.count { $0.server == server },
            "agent jobs": agents.jobs.count { $0.job.server == server },
            "file servers": agents.fileServers.count { $0.server == server },
            "file share jobs": agents.nasJobs.count { $0.job.server == server },
            "policies": agents.policies.count { $0.server == server },
            "replicas": agents.replicas.count { $0.server == server },
            "sessions of policies": agents.cdpSessions.count { $0.server == server },
            "tasks of policies": agents.cdpTasks.count { $0.server == server },
            "points of computers": agents.points.count { $0.server == server },
            "organizations": portal.organizations.count { $0.server == server },
            "self-service": portal.selfService.count { $0.server == server },
        ]
    }
}
