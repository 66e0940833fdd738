// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulator
import Foundation

/// A workflow whose process is killed, and how its effect is counted in the world.
struct KilledWorkflow: Sendable, CustomStringConvertible {
    let name: String
    /// The file of the catalogue that holds it.
    let file: String
    let inputs: [String]
    let isConclusive: Bool
    /// How many things there are that its effect adds to.
    let count: @Sendable (Simulator) throws -> Int

    var description: String { name }

    static let all = [clone, link, start]

    static let clone = KilledWorkflow(
        name: "clone-job",
        file: "clone-job",
        inputs: ["job=Nightly", "name=Twin", "repository=Backup Vol 02"],
        isConclusive: true
    ) { try $0.look([LinkStep("Down", "JobReferenceList")], at: .seconds(1_000_000)).items.count }

    static let link = KilledWorkflow(
        name: "link-repository",
        file: "linked",
        inputs: ["job=Offsite Copy", "repository=Backup Vol 01"],
        isConclusive: true
    ) { simulator in
        let steps = [
            LinkStep("Down", "JobReferenceList"), LinkStep("Alternate", "Job", ofItem: "Offsite Copy"),
            LinkStep("Down", "LinkedBackupRepositoryObjectList"),
        ]
        return try simulator.look(steps, at: .seconds(1_000_000)).items.count
    }

    static let start = KilledWorkflow(
        name: "start-job",
        file: "jobs",
        inputs: ["job=Nightly"],
        isConclusive: false
    ) { simulator in
        let steps = [
            LinkStep("Down", "JobReferenceList"), LinkStep("Alternate", "Job", ofItem: "Nightly"),
            LinkStep("Down", "BackupJobSessionReferenceList"),
        ]
        return try simulator.look(steps, at: .seconds(1_000_000)).items.count
    }

    /// The shipped file with less time for the effect to show: the time that passes here is real.
    func write(to folder: Folder) throws -> String {
        let sources = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/WorkflowCatalogue/\(file).workflow.yaml")
        let text = try String(contentsOf: sources, encoding: .utf8)
        return try folder.write(
            "\(file).workflow.yaml",
            text.replacing(/within: \d+/, with: "within: 1")
        )
    }
}
#endif
