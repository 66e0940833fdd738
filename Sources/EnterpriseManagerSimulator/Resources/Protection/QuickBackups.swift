// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// QuickBackup and VeeamZip of backup servers [post_backupservers_id_quickbackup, post_backupservers_id_zip].
enum QuickBackups: ResourceFamily {
    static func actions(ofServer id: GUID) -> [OfferedLink] {
        [
            OfferedLink("VeeamZip", nil, Address("backupServers/\(id)?action=veeamzip")),
            OfferedLink("QuickBackup", nil, Address("backupServers/\(id)?action=quickbackup")),
        ]
    }

    static func register(in router: inout Router) {
        router.on(.post, "backupServers/*", action: "quickbackup", quickBackup)
        router.on(.post, "backupServers/*", action: "veeamzip", zip)
    }

    /// One more restore point of one machine in the backup of its job, which must have run before (inferred).
    private static func quickBackup(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let server = try server(call, in: world)
        let document = try call.document()
        try document.check(call.format, root: "QuickBackupStartupSpec", orders: [["VmRef"]], required: ["VmRef"])
        let reference = try machine(document)
        return world.begin("QuickBackup", for: call) { world, now in
            let job = self.job(of: reference, server, world)
            guard let job, let object = job.objects.first(where: { $0.reference == reference }) else {
                return .failed("No backup job has a full backup of \(reference).")
            }
            let session = session(of: job.id, named: job.name, server, &world, now)
            return done(session) { world, _ in
                world.add(session)
                world.protect(by: session, machines: [ProtectionBook.Subject(object)])
            }
        }
    }

    /// A full backup of one machine in a backup of its own, which no job writes.
    private static func zip(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let server = try server(call, in: world)
        let document = try call.document()
        let members = ["VmRef", "RepositoryUid", "PasswordKeyId", "CompressionLevel", "DisableGuestQuiescence"]
        try document.check(
            call.format,
            root: "VeeamZipStartupSpec",
            orders: [members + ["BackupRetention"]],
            required: ["VmRef", "RepositoryUid", "CompressionLevel", "BackupRetention"]
        )
        let reference = try machine(document)
        try checkOptions(document)
        let uid = document["RepositoryUid"]?.text ?? ""
        guard let repository = UID(uid), repository.resource.lowercased() == "repository",
            world.repository(repository.id) != nil
        else { throw Refusal(400, "RepositoryUid \(uid) is invalid") }
        return world.begin("VeeamZip", for: call) { world, now in
            let name = name(of: reference, world)
            let backup = BackupRecord(
                id: world.protection.generator.guid(),
                name: name + "_" + world.timestamp(now).inFileName,
                server: server,
                repository: repository.id,
                platform: platform(reference) ?? "VMware",
                kind: "Standard"
            )
            let job = world.protection.generator.guid()
            let session = session(of: job, named: "VeeamZIP (\(name))", server, &world, now)
            let machine = ProtectionBook.Subject(name: name, reference: reference)
            return done(session) { world, _ in
                world.add(session)
                world.protect(by: session, machines: [machine], into: backup)
            }
        }
    }

    /// The first backup job of a server that has a backup of a machine.
    private static func job(of reference: String, _ server: GUID, _ world: World) -> JobRecord? {
        world.jobOrder.lazy.compactMap { world.jobs[$0] }.first { job in
            job.kind == .backup && job.server == server && job.objects.contains { $0.reference == reference }
                && world.protection.backup(ofJob: job.id) != nil
        }
    }

    private static func checkOptions(_ document: BodyNode) throws(Refusal) {
        guard let level = Int(document["CompressionLevel"]?.text ?? ""), (1...5).contains(level) else {
            throw Refusal(400, "CompressionLevel must be a number from 1 to 5")
        }
        let retention = document["BackupRetention"]?.text ?? ""
        guard retentions.contains(where: { $0.lowercased() == retention.lowercased() }) else {
            throw Refusal(400, "BackupRetention \(retention) is invalid")
        }
        if let flag = document["DisableGuestQuiescence"], flag.flag == nil {
            throw Refusal(400, "DisableGuestQuiescence is no Boolean")
        }
    }

    private static let retentions = [
        "Never", "Tonight", "TomorrowNight", "In3days", "In1Week", "In2Weeks", "In1Month", "In3Months", "In6Months",
        "In1Year", "In2Years", "In3Years", "In5Years",
    ]

    private static func server(_ call: Call, in world: World) throws(Refusal) -> GUID {
        let id = try call.id(type: "BackupServer")
        guard world.server(id) != nil else { throw Refusal.missing("backup server", id) }
        return id
    }

    private static func machine(_ document: BodyNode) throws(Refusal) -> String {
        let reference = document["VmRef"]?.text ?? ""
        let parts = reference.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].lowercased() == "urn", platform(reference) != nil,
            parts[2].lowercased() == "vm", GUID(parts[3].prefix { $0 != "." }) != nil
        else {
            throw Refusal(400, "VmRef \(reference) is not a reference to a VM")
        }
        return reference
    }

    /// What comes first in a reference, as backups spell it [constructing_hierarchyobjreftype].
    private static func platform(_ reference: String) -> String? {
        let parts = reference.split(separator: ":", omittingEmptySubsequences: false)
        return ["VMware", "HyperV", "vCloud"].first { parts.count > 1 && $0.lowercased() == parts[1].lowercased() }
    }

    /// The name by which a job knows the machine, or the last part of its reference.
    private static func name(of reference: String, _ world: World) -> String {
        for job in world.jobs {
            if let object = job.objects.first(where: { $0.reference == reference }) { return object.name }
        }
        return String(reference.split { $0 == "." || $0 == ":" }.last ?? "vm")
    }

    private static func session(
        of job: GUID,
        named name: String,
        _ server: GUID,
        _ world: inout World,
        _ now: Duration
    ) -> JobSessionRecord {
        let result = world.configuration.jobSessionResult
        return JobSessionRecord(
            id: world.protection.generator.guid(),
            job: job,
            jobName: name,
            kind: .backup,
            server: server,
            start: now,
            plannedEnd: now + world.configuration.jobSessionDuration,
            plannedResult: result,
            isRetry: false,
            failure: result == "Failed" ? "\(name) has failed" : nil
        )
    }

    private static func done(
        _ session: JobSessionRecord,
        _ effect: @escaping @Sendable (inout World, Duration) -> Void
    ) -> TaskOutcome {
        let address = JobSessions.one(session.id, .backup).entity
        return .done(links: [OfferedLink("Related", SessionKind.backup.type, address)], effect: effect)
    }
}
