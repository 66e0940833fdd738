// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import EnterpriseManagerSimulator

/// What exporters and monitoring plugins read from the frames of the summary report: numbers, in each of them.
@Suite struct ReportHabitTests {
    private static let numbers = [
        "overview": [
            "BackupServers", "ProxyServers", "RepositoryServers", "RunningJobs", "ScheduledJobs",
            "SuccessfulVmLastestStates", "WarningVmLastestStates", "FailedVmLastestStates",
        ],
        "vms_overview": [
            "ProtectedVms", "BackedUpVms", "ReplicatedVms", "RestorePoints", "FullBackupPointsSize",
            "IncrementalBackupPointsSize", "SourceVmsSize", "SuccessBackupPercents",
        ],
        "job_statistics": [
            "RunningJobs", "ScheduledJobs", "ScheduledBackupJobs", "ScheduledReplicaJobs", "TotalJobRuns",
            "SuccessfulJobRuns", "WarningsJobRuns", "FailedJobRuns", "MaxJobDuration", "MaxBackupJobDuration",
            "MaxReplicaJobDuration",
        ],
    ]

    @Test(arguments: ["overview", "vms_overview", "job_statistics"], [false, true])
    func everyFigureIsANumber(frame: String, isJSON: Bool) throws {
        var client = try PublicClient.loggedOn()
        let path = "/api/reports/summary/\(frame)"
        let names = try #require(ReportHabitTests.numbers[frame])
        let figures: [String?]
        if isJSON {
            let page = try client.json(path)
            figures = names.map { page[$0] }
        } else {
            let page = try client.xml(path)
            figures = names.map { page[$0] }
        }
        for (name, figure) in zip(names, figures) {
            #expect(figure.flatMap { Int($0) }.map { $0 >= 0 } == true, "\(name) is \(figure ?? "absent")")
        }
    }

    /// Sizes are those of the points that the lists show.
    @Test func theFiguresAreThoseOfTheLists() throws {
        var client = try PublicClient.loggedOn()
        let page = try client.json("/api/reports/summary/vms_overview")
        let machines = try client.json("/api/vmRestorePoints").items("Refs").count
        let replicas = try client.json("/api/vmReplicaPoints").items("Refs").count
        #expect(page["RestorePoints"] == "\(machines + replicas)")
        let files = try client.json("/api/backupFiles?format=Entity").items("BackupFiles")
        let full = files.filter { $0["FileType"] == "vbk" }.compactMap { $0["BackupSize"].flatMap { Int($0) } }
        #expect(page["FullBackupPointsSize"] == "\(full.reduce(0, +))")
    }

    /// Nights that left points had machines processed.
    @Test func everyNightHasItsMachines() throws {
        var client = try PublicClient.loggedOn()
        let days = try client.json("/api/reports/summary/processed_vms").items("Days")
        #expect(days.count == 7)
        #expect(days.dropFirst().allSatisfy { ($0["BackupedVms"].flatMap { Int($0) } ?? 0) > 0 })
    }

    /// With many jobs the sizes are estimated, the rest is exact.
    @Test func aLargeWorldIsReported() throws {
        var client = try PublicClient.loggedOn(SimulatorConfiguration { $0.generatedJobs = 500 })
        let page = try client.json("/api/reports/summary/vms_overview")
        #expect((page["FullBackupPointsSize"].flatMap { Int($0) } ?? 0) > 500 << 33)
        let days = try client.json("/api/reports/summary/processed_vms").items("Days")
        #expect(days.dropFirst().allSatisfy { ($0["BackupedVms"].flatMap { Int($0) } ?? 0) > 500 })
    }

    /// A share of free space is reckoned with capacities, which must not be zero.
    @Test(arguments: [
        ("/api/reports/summary/repository", ["Periods"]),
        ("/api/query?type=Repository&format=Entities", ["Entities", "Repositories", "Repositories"]),
        ("/api/repositories?format=Entity", ["Repositories"]),
    ])
    func repositoriesHaveACapacity(path: String, members: [String]) throws {
        var client = try PublicClient.loggedOn()
        var page = try client.json(path)
        for member in members.dropLast() { page = try #require(page.child(member)) }
        let repositories = page.items(members[members.count - 1])
        #expect(repositories.count > 1)
        for repository in repositories {
            let capacity = try #require(repository["Capacity"].flatMap { Int($0) })
            let free = try #require(repository["FreeSpace"].flatMap { Int($0) })
            #expect(capacity > 0 && (0...capacity).contains(free))
        }
    }
}
