// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Workflows

/// A workflow that is killed, and how its effect is counted in the world.
struct CrashCase: Sendable, CustomStringConvertible {
    let workflow: String
    let inputs: [String: String]
    /// How many effects there are.
    let effects: @Sendable (Simulator) throws -> Int
    /// Whether seeing the effect tells whose it is; else a run whose end is not known stays so.
    var isConclusive = true
    /// The secret inputs, which are given again.
    var secrets: [String: String] = [:]

    /// Whether it walks by links that differ in nothing but their href: not with opaque ones.
    var needsPlainHrefs = false

    /// What the paths of the writes hold whose effect lasts; empty for all writes.
    var lasting = ""

    var description: String { workflow }

    /// Those that are killed at every point in every test run.
    static let judged = [clone, link, start]
    static let all = [
        clone, link, start, addMachine, restoreFile, restoreGuestFile, edit, unlink, toggle, credentials, deletion,
    ]

    static let addMachine = CrashCase(
        workflow: "add-vm-to-job",
        inputs: ["job": "Nightly", "vm": "intranet01", "order": "2"]
    ) { simulator in
        let list = try simulator.look(
            [
                LinkStep("Down", "JobReferenceList"), LinkStep("Alternate", "Job", ofItem: "Nightly"),
                LinkStep("Down", "ObjectInJobList"),
            ],
            at: .seconds(1_000_000)
        )
        return list.items.count - 3
    }

    /// Browsing the index is a write as well, whose effect ends with the session.
    static let restoreFile = CrashCase(
        workflow: "restore-file",
        inputs: ["vm": "files01", "path": "E:/Shares/HR/Contracts/Supplier #7 (50%).docx"],
        effects: { simulator in
            try restores(simulator) - restores(Simulator(configuration: simulator.configuration))
        },
        lasting: "action=restore"
    )

    private static func restores(_ simulator: Simulator) throws -> Int {
        let list = try simulator.look([LinkStep("Down", "RestoreSessionList")], at: .seconds(1_000_000))
        return list.items.count
    }

    /// Mounts a restore point; the mount ends with the session, and what was restored shows nowhere.
    static let restoreGuestFile = CrashCase(
        workflow: "restore-guest-file",
        inputs: ["vm": "sql01", "path": "E:/Shares/HR/Staff.xlsx", "overwrite": "true"],
        effects: { simulator in
            simulator.log.writes.count { write in
                write.path.contains("action=restore") && (200...299).contains(write.status ?? 0)
            }
        },
        isConclusive: false,
        needsPlainHrefs: true,
        lasting: "action=restore"
    )

    /// The job is sent back with its hrefs, which may be others in each session.
    static let edit = CrashCase(
        workflow: "edit-job",
        inputs: ["job": "Nightly", "retryTimes": "7"],
        effects: { simulator in
            let path = "JobScheduleOptions/Standart/RetryOptions/RetryTimes"
            return try entity("Nightly", simulator)[path] == "7" ? 1 : 0
        }
    )

    static let unlink = CrashCase(
        workflow: "unlink-repository",
        inputs: ["job": "Offsite Copy", "repository": "Default Backup Repository"]
    ) { simulator in
        1 - (try linked(simulator))
    }

    /// The API can only toggle: sent twice, nothing would be changed.
    static let toggle = CrashCase(workflow: "disable-job", inputs: ["job": "Nightly"]) { simulator in
        let job = try entity("Nightly", simulator)
        return job["ScheduleEnabled"] == "false" ? 1 : 0
    }

    private static func entity(_ job: String, _ simulator: Simulator) throws -> ServedPage {
        try simulator.look(
            [LinkStep("Down", "JobReferenceList"), LinkStep("Alternate", "Job", ofItem: job)],
            at: .seconds(1_000_000)
        )
    }

    private static func linked(_ simulator: Simulator) throws -> Int {
        let list = try simulator.look(
            [
                LinkStep("Down", "JobReferenceList"), LinkStep("Alternate", "Job", ofItem: "Offsite Copy"),
                LinkStep("Down", "LinkedBackupRepositoryObjectList"),
            ],
            at: .seconds(1_000_000)
        )
        return list.items.count
    }

    static let credentials = CrashCase(
        workflow: "create-credentials",
        inputs: ["server": "vbr01.example.test", "user": "DOMAIN\\new", "password": "s3cret-words"],
        effects: { simulator in
            try accounts(simulator) - accounts(Simulator(configuration: simulator.configuration))
        },
        secrets: ["password": "s3cret-words"],
        needsPlainHrefs: true
    )

    static let deletion = CrashCase(
        workflow: "delete-credentials",
        inputs: ["server": "vbr01.example.test", "credentials": "root"],
        effects: { simulator in
            try accounts(Simulator(configuration: simulator.configuration)) - accounts(simulator)
        }
    )

    private static func accounts(_ simulator: Simulator) throws -> Int {
        let list = try simulator.look(
            [
                LinkStep("Down", "BackupServerReferenceList"),
                LinkStep("Alternate", "BackupServer", ofItem: "vbr01.example.test"),
                LinkStep("Down", "CredentialsList"),
            ],
            at: .seconds(1_000_000)
        )
        return list.items.count
    }

    static let clone = CrashCase(
        workflow: "clone-job",
        inputs: ["job": "Nightly", "name": "Twin", "repository": "Backup Vol 02"]
    ) { simulator in
        let jobs = try simulator.look([LinkStep("Down", "JobReferenceList")], at: .seconds(1_000_000))
        return jobs.items.count - 6
    }

    static let link = CrashCase(
        workflow: "link-repository",
        inputs: ["job": "Offsite Copy", "repository": "Backup Vol 01"]
    ) { simulator in
        try linked(simulator) - 1
    }

    static let start = CrashCase(
        workflow: "start-job",
        inputs: ["job": "Nightly"],
        effects: { simulator in
            try sessions(simulator) - sessions(Simulator(configuration: simulator.configuration))
        },
        isConclusive: false
    )

    private static func sessions(_ simulator: Simulator) throws -> Int {
        let list = try simulator.look(
            [
                LinkStep("Down", "JobReferenceList"), LinkStep("Alternate", "Job", ofItem: "Nightly"),
                LinkStep("Down", "BackupJobSessionReferenceList"),
            ],
            at: .seconds(1_000_000)
        )
        return list.items.count
    }
}
