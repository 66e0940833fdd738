// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct ScaleTests {
    static let large = SimulatorConfiguration { $0.generatedJobs = 100_000 }

    @Test func everythingGrowsWithTheJobs() throws {
        let world = World(ScaleTests.large, secrets: SeededGenerator(seed: 1))
        #expect(world.jobs.count == 100_006)
        #expect(world.jobSessions.generatedCount == 100_000)
        #expect(world.repositories.count == 1_007)
        #expect(world.infrastructure.managedServers.count == 511)
        // Nothing of it has been made yet.
        #expect(world.jobs.exceptional.count == 6)
        #expect(world.jobSessions.exceptional.count < 100)
    }

    @Test(arguments: [0, 1, 399, 99_999]) func aGeneratedJobIsWholeAndFindsItsParts(number: Int) throws {
        let world = World(ScaleTests.large, secrets: SeededGenerator(seed: 1))
        let job = try #require(world.jobs.generated(number))
        #expect(job.name == "Backup Job \(number + 1)")
        let repository = try #require(job.repository.flatMap { world.repository($0) })
        #expect(repository.server == job.server)
        let session = try #require(world.lastSession(of: job.id))
        #expect(session.job == job.id)
        #expect(session.jobName == job.name)
        #expect(session.isOver(at: .zero))
        let machine = try #require(job.objects.first)
        let root = try #require(
            world.infrastructure.root(of: .vmware, on: job.server).flatMap { world.infrastructure.root($0) }
        )
        #expect(
            world.hierarchyItems(below: root).contains { $0.reference == machine.reference && $0.name == machine.name }
        )
        let repositoryNumber = try #require(world.repositories.codec.number(repository.id, below: .max))
        #expect(world.population.jobs(ofRepository: repositoryNumber).contains(number))
    }

    @Test func serversShareTheJobsWithoutOverlap() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.generatedJobs = 500 })
        let all = try client.get(client.hub?.href("Down:JobReferenceList") ?? "").items("Ref").compactMap { $0["UID"] }
        var found: [String] = []
        for server in try client.get(client.hub?.href("Down:BackupServerList") ?? "").items("BackupServer") {
            let jobs = try client.get(server.href("Down:JobReferenceList")).items("Ref")
            #expect(jobs.allSatisfy { $0.links.contains { $0.rel == "Up" && $0.name == server["Name"] } })
            found += jobs.compactMap { $0["UID"] }
        }
        #expect(all.count == 506)
        #expect(found.count == 506)
        #expect(Set(found) == Set(all))
    }

    @Test func aGeneratedJobRunsLikeAnyOther() throws {
        var client = try Client.loggedOn(ScaleTests.large)
        let world = World(ScaleTests.large, secrets: SeededGenerator(seed: 1))
        let id = try #require(world.jobs.generated(17)).id
        let job = try client.get("/api/jobs/\(id)?format=Entity")
        #expect(try client.get(job.href("Down:BackupJobSessionReferenceList")).items("Ref").count == 1)
        let retry = try client.finish(try client.post(job.href("Retry")))
        #expect(retry.child("Result")?["Success"] == "true")
        #expect(try client.get(job.href("Down:BackupJobSessionReferenceList")).items("Ref").count == 2)
        _ = try client.finish(try client.delete("/api/jobs/\(id)"))
        #expect(client.send(.get, "/api/jobs/\(id)").status == 404)
    }
}
