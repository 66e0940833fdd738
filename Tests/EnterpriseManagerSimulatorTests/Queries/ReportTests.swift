// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct ReportTests {
    static func frame(_ name: String, _ client: inout Client) throws -> Page {
        let summary = try client.get(client.hub?.href("Down:Report") ?? "")
        return try client.get(summary.links.first { $0.name == name }?.href ?? "")
    }

    @Test(arguments: [false, true]) func theFramesDifferInNamesOnly(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let summary = try client.get(client.hub?.href("Down:Report") ?? "")
        #expect(
            summary.links.map(\.name) == ["Overview", "VmsOverview", "JobStatistics", "ProcessedVms", "Repositories"]
        )
        #expect(Set(summary.pairs) == ["Down:ReportFrame"])
        for link in summary.links { #expect(try client.get(link.href).status == 200) }
    }

    @Test(arguments: [false, true]) func aStartedJobIsCounted(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let before = try ReportTests.frame("Overview", &client)
        #expect(before["RunningJobs"] == "0")
        #expect(before["FailedVmLastestStates"] == "2")
        let runs = Int(try ReportTests.frame("JobStatistics", &client)["TotalJobRuns"] ?? "")
        let task = try client.post(try client.job("SQL Servers").href("Start"))
        _ = try client.finish(task)
        #expect(try ReportTests.frame("Overview", &client)["RunningJobs"] == "1")
        client.now += .seconds(60)
        let after = try ReportTests.frame("Overview", &client)
        #expect(after["RunningJobs"] == "0")
        #expect(after["FailedVmLastestStates"] == "0")
        #expect(Int(try ReportTests.frame("JobStatistics", &client)["TotalJobRuns"] ?? "") == runs.map { $0 + 1 })
    }

    @Test func daysAndRepositoriesAreListed() throws {
        var client = try Client.loggedOn()
        let days = try ReportTests.frame("ProcessedVms", &client).items("Day")
        #expect(days.count == 7)
        #expect(days.first?["Timestamp"] == "2026-01-16T00:00:00Z")
        #expect(days.dropFirst().first?["ReplicatedVms"] == "3")
        #expect(try ReportTests.frame("Repositories", &client).items("Period").count == 7)
    }
}
