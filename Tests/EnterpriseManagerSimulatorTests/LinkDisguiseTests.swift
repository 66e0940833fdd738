// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct LinkDisguiseTests {
    @Test func opaqueHrefsAreFreshAndNothingElseIsThere() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.opaqueURLs = true })
        let hub = try #require(client.hub)
        #expect(hub.links.allSatisfy { $0.href.hasPrefix("https://em.example.test:9398/x/") })
        #expect(Set(hub.links.map(\.href)).count == hub.links.count)
        let first = try client.get(hub.href("Down:JobReferenceList")).items("Ref").first?["Href"]
        let second = try client.get(hub.href("Down:JobReferenceList")).items("Ref").first?["Href"]
        #expect(first != nil && first != second)
        for path in ["/api/jobs", "/x/abc", "/x/", hub.href("Down:JobReferenceList") + "?format=Entity"] {
            #expect(client.send(.get, path).status == 404)
        }
        let task = try client.post(try client.job("Nightly").href("Start"))
        #expect(try client.finish(task)["State"] == "Finished")
    }

    @Test func opaqueHrefsHoldForTheirSessionOnly() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.opaqueURLs = true })
        let jobs = client.hub?.href("Down:JobReferenceList") ?? ""
        try client.logOn()
        #expect(client.send(.get, jobs).status == 404)
    }

    /// What the guide lets clients put into the query of an href, they can put behind an opaque one, and no more.
    @Test func documentedParametersStandBehindOpaqueHrefs() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.opaqueURLs = true })
        let queries = try client.get(try #require(client.hub).href("Down:QueryService"))
        let jobs = queries.href("Down:JobList")
        let all = try names(client.get(jobs))
        #expect(all.count == 6)
        #expect(try names(client.get(jobs + "?")) == all)
        let filter = "filter=JobType==Replica"
        #expect(try names(client.get("\(jobs)?\(filter)")) == ["DC Replication"])
        // What the href stands for asks for the first fifteen in ascending order.
        #expect(try names(client.get("\(jobs)?pageSize=2&page=2")) == Array(all[2..<4]))
        for query in ["type=Repository", "\(filter)&action=start", "pageSize=2&frobnicate=1", "filter=Colour==red"] {
            let status = client.send(.get, "\(jobs)?\(query)").status
            #expect(status == (query.hasPrefix("filter=C") ? 400 : 404), "\(query)")
        }
    }

    @Test(arguments: ["includeBackups=true", "includeBackups=perhaps", "deleteJobs=true"])
    func optionsOfDeletionsStandBehindOpaqueHrefs(_ query: String) throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.opaqueURLs = true })
        let tenants = try client.cloudList("CloudTenant").entries("CloudTenant")
        let deletion = try #require(tenants.first).href("Delete")
        let status = client.send(.delete, "\(deletion)?\(query)").status
        #expect(status == ["includeBackups=true": 202, "includeBackups=perhaps": 400][query, default: 404])
        let isGone = query == "includeBackups=true"
        client.now += .seconds(60)
        let left = try client.cloudList("CloudTenant").entries("CloudTenant")
        #expect(left.count == tenants.count - (isGone ? 1 : 0))
    }

    private func names(_ page: Page) -> [String] {
        page.child("Entities")?.child("Jobs")?.items("Job").compactMap { $0["Name"] } ?? []
    }

    @Test func linksCanBeShuffled() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.shuffleLinks = true })
        let jobs = try (0..<5).map { _ in try client.job("Nightly").pairs }
        #expect(Set(jobs).count > 1)
        #expect(Set(jobs.map { $0.sorted() }).count == 1)
    }

    @Test func decoysStandAmongTheLinks() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.decoyLinks = true })
        let pairs = client.hub?.pairs ?? []
        #expect(pairs.contains("Frobnicate:Frobnicator"))
        #expect(pairs.contains("Frobnicate:BackupServerReferenceList"))
        #expect(pairs.contains("Down:FrobnicatorBackupServerReferenceList"))
        // The real ones can still be told apart by their pair.
        #expect(try client.job("Nightly")["Name"] == "Nightly")
        #expect(client.simulator.log.trapHits.isEmpty)
        #expect(client.send(.get, client.hub?.href("Frobnicate:Frobnicator") ?? "").status == 404)
        #expect(client.simulator.log.trapHits.count == 1)
    }

    @Test func whatHasNoTypeHasTypedDecoys() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.decoyLinks = true })
        let plain = try Client.loggedOn()
        let job = try client.job("Nightly")
        for rel in ["Clone", "Start", "Stop"] {
            let links = job.links.filter { $0.rel == rel }
            #expect(links.filter { $0.type == nil }.count == 1)
            #expect(links.filter { $0.type != nil }.map(\.name) == [nil, "Frobnicated"])
        }
        // None looks like a real link in both relation and type.
        let real = plain.hub?.pairs ?? []
        #expect(Set(real).count == real.count)
        #expect(client.hub?.pairs.count { real.contains($0) } == real.count)
        #expect(client.send(.post, job.href("Clone:Frobnicator")).status == 404)
        #expect(client.simulator.log.trapHits.count == 1)
    }

    @Test func trapsAreTrapsBehindOpaqueHrefsToo() throws {
        var client = try Client.loggedOn(
            SimulatorConfiguration {
                $0.decoyLinks = true; $0.opaqueURLs = true
            }
        )
        _ = client.send(.post, client.hub?.href("Frobnicate:Frobnicator") ?? "")
        #expect(client.simulator.log.trapHits.count == 1)
    }
}
