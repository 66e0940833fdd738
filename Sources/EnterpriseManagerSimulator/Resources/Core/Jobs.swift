// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `Job` in its two representations, in collections, and what a PUT or DELETE does to it [jobs_id, get_jobs_id].
enum Jobs: ResourceFamily {
    static let list = Address("jobs")
    static func one(_ id: GUID) -> Address { Address("jobs", id) }
    static func part(_ name: String, of id: GUID) -> Address { Address("jobs", id, part: name) }
    static var hubLinks: HubLinks { .keyResources("Job", at: list) }

    static func register(in router: inout Router) {
        router.on(.get, "jobs") { (call, world) throws(Refusal) in
            list(call, world) { AnySequence($0.jobs.records) }
        }
        router.on(.get, "backupServers/*/jobs") { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            return list(call, world) { world in
                AnySequence(world.ids(of: world.jobs, on: server, \.server).lazy.compactMap { world.jobs[$0] })
            }
        }
        router.on(.get, "jobs/*") { (call, world) throws(Refusal) in
            let job = try job(call, in: world)
            return .ok(call.query.wantsEntity ? entity(job, call, world) : reference(job, world).element())
        }
        router.on(.put, "jobs/*", edit)
        // Documented, though no job in the guide carries a link for it [delete_jobs_id].
        router.on(.delete, "jobs/*") { (call, world) throws(Refusal) in
            let id = try job(call, in: world).id
            return world.begin("DeleteJob", for: call) { _, _ in
                .done { world, _ in world.remove(job: id) }
            }
        }
    }

    /// The job of a request.
    static func job(_ call: Call, in world: World) throws(Refusal) -> JobRecord {
        try world.job(try call.id(type: "Job"))
    }

    static func links(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", "JobReferenceList", BackupServers.part("jobs", of: id))]
    }

    static func forget(server id: GUID, in world: inout World) {
        for job in Array(world.ids(of: world.jobs, on: id, \.server)) { world.remove(job: job) }
    }

    private static func list(
        _ call: Call,
        _ world: World,
        _ records: @escaping @Sendable (World) -> AnySequence<JobRecord>
    ) -> Answer {
        KeyCollection(plural: "Jobs", item: "Job").answer(
            call,
            { records(world) },
            reference: { reference($0, world) },
            entity: { entity($0, call, world) }
        )
    }

    private static func reference(_ job: JobRecord, _ world: World) -> Reference {
        Reference(
            type: "Job",
            name: job.name,
            uid: job.uid,
            address: one(job.id),
            links: [BackupServers.up(job.server, in: world), JobSessions.down(of: job)]
        )
    }

    private static func entity(_ job: JobRecord, _ call: Call, _ world: World) -> Element {
        let reference = reference(job, world)
        return Element(
            "Job",
            reference.entityIdentity,
            links: [BackupServers.up(job.server, in: world), reference.alternate]
                + JobActions.links(of: job, version: call.version)
                + (world.configuration.linksInferredLists ? [OfferedLink("Delete", nil, one(job.id))] : [])
                + Families.all.flatMap { $0.links(of: job, in: world) },
            content: [
                .text("JobType", job.kind.rawValue),
                .text("Platform", job.platform),
                .text("Description", job.description),
                .value("ScheduleConfigured", .boolean(job.scheduleConfigured)),
                .value("ScheduleEnabled", .boolean(job.scheduleEnabled)),
                .text("NextRun", job.scheduleEnabled ? JobSchedule.nextRun(of: job, at: call.now, world).iso : nil),
                job.settings.schedule,
                .group("JobInfo", [.group(job.kind.infoElement, info(of: job))]),
            ]
        )
    }

    /// What is particular to a kind of job [jobinfo].
    private static func info(of job: JobRecord) -> [Content] {
        let includes = Content.group(
            "Includes",
            [.items(of: "ObjectInJob", job.objects.map { Includes.element($0, of: job, isNested: true) })]
        )
        switch job.kind {
        case .backup:
            let settings = job.settings
            return [includes, settings.guest, .absent("AdvancedStorageOptions"), settings.gfs, settings.simple]
        case .replica:
            return [includes, job.settings.guest]
        case .backupCopy:
            return [includes, LinkedJobs.nested(in: job), .absent("AdvancedStorageOptions"), linkedBackups(of: job)]
        // These lie elsewhere, see AgentJobs and NasJobs.
        case .agentBackup, .nasBackup:
            return []
        case .immediateBackupCopy:
            return [LinkedJobs.nested(in: job), linkedBackups(of: job), LinkedRepositories.nested(in: job)]
        }
    }

    /// The page prints them empty; the names of the members follow the field table [backup_copy_job_options].
    private static func linkedBackups(of job: JobRecord) -> Content {
        let items = job.linkedBackups.map { linked in
            Element(
                "LinkedBackup",
                content: [
                    .text("ObjectInJobId", linked.id.description),
                    .text("LinkedBackupUid", UID("Backup", linked.target).description),
                ]
            )
        }
        return .group("LinkedBackupIncludes", [.items(of: "LinkedBackup", items)])
    }

    /// Takes the changed members of a partial `Job`; kinds without an Edit link refuse [put_jobs_id_actionedit].
    private static func edit(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let job = try job(call, in: world)
        guard !job.kind.isCopy else { throw Refusal.wrongVerb }
        let document = try call.document()
        if call.format == .xml, document.name != "Job" { throw Refusal(400, "Element Job is expected") }
        // What is wrong with the body is said at once, not when the task ends.
        var trial = job
        try change(&trial, by: document)
        return world.begin("EditJob", for: call) { [id = job.id] _, _ in
            .done { world, _ in world.update(job: id) { try? change(&$0, by: document) } }
        }
    }

    private static func change(_ job: inout JobRecord, by document: BodyNode) throws(Refusal) {
        if let text = document["Description"]?.text { job.description = text }
        job.scheduleEnabled = try flag("ScheduleEnabled", in: document) ?? job.scheduleEnabled
        job.scheduleConfigured = try flag("ScheduleConfigured", in: document) ?? job.scheduleConfigured
        job.hour = JobSettings.hour(in: document) ?? job.hour
        job.changedSettings = try job.settings.edited(by: document)
    }

    private static func flag(_ name: String, in document: BodyNode) throws(Refusal) -> Bool? {
        guard let member = document[name] else { return nil }
        guard let flag = member.flag else { throw Refusal(400, "\(name) is neither true nor false: \(member.text)") }
        return flag
    }
}

extension Jobs: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("Job") { call, world in
                world.jobs.records.lazy.map { job in
                    QueryRow(reference(job, world)) { entity(job, call, world) }
                }
            }
        ]
    }
}
