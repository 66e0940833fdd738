// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Every shipped workflow against the simulator, in both formats, on plain and on scrambled links.
@Suite struct CatalogueTests {
    struct Setting: Sendable, CustomStringConvertible {
        let accept: DocumentFormat
        let scrambled: Bool
        var description: String { "\(accept.rawValue) \(scrambled ? "scrambled" : "plain")" }

        static let all = [false, true].flatMap { scrambled in
            DocumentFormat.allCases.map { Setting(accept: $0, scrambled: scrambled) }
        }

        func laboratory(_ change: (inout SimulatorConfiguration) -> Void = { _ in }) throws -> Laboratory {
            try Laboratory(accept: accept) { configuration in
                configuration.opaqueURLs = scrambled
                configuration.shuffleLinks = scrambled
                configuration.decoyLinks = scrambled
                change(&configuration)
            }
        }
    }

    private func expectHonest(_ laboratory: Laboratory, writes: Int) {
        let log = laboratory.transport.log
        #expect(log.madeUp.isEmpty, "\(log.madeUp)")
        #expect(log.trapHits.isEmpty, "\(log.trapHits)")
        #expect(log.writes.count == writes, "\(log.writes)")
    }

    private func names(_ value: OutputValue?) -> [String?] { value?.elements?.map { $0["name"]?.text } ?? [] }

    @Test(arguments: Setting.all) func listsJobs(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let result = try await laboratory.run("list-jobs")
        #expect(result.outcome == .read)
        #expect(
            names(result.outputs["jobs"]) == [
                "Nightly", "SQL Servers", "DC Replication", "Archive Copy", "Offsite Copy", "Lab (disabled)",
            ]
        )
        let first = result.outputs["jobs"]?.elements?.first
        #expect(first?["uid"]?.text?.hasPrefix("urn:veeam:Job:") == true)
        #expect(first?["type"]?.text == "JobReference")
        expectHonest(laboratory, writes: 0)
    }

    @Test(arguments: Setting.all) func linksARepository(_ setting: Setting) async throws {
        let laboratory = try setting.laboratory()
        let result = try await laboratory.run(
            "link-repository",
            ["job": "Offsite Copy", "repository": "Backup Vol 01"]
        )
        #expect(result.outcome == .changed, "\(result.message)")
        #expect(names(result.outputs["linkedRepositories"]) == ["Default Backup Repository", "Backup Vol 01"])
        #expect(result.task?.state == "Finished")
        expectHonest(laboratory, writes: 1)
        #expect(laboratory.recorder.writes.first?.contentType == "application/json")
    }
}
