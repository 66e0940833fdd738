// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `BackupJobSession` and `ReplicaJobSession`: runs of jobs [backupsessions_id, replicasessions_id].
enum JobSessions: ResourceFamily {
    static func one(_ id: GUID, _ kind: SessionKind) -> Address { Address(kind.path, id) }

    static var hubLinks: HubLinks {
        let backup = HubLinks.keyResources(SessionKind.backup.type, at: Address(SessionKind.backup.path))
        let replica = HubLinks.keyResources(SessionKind.replica.type, at: Address(SessionKind.replica.path))
        return HubLinks(
            references: backup.references + replica.references,
            entities: backup.entities + replica.entities
        )
    }

    static func register(in router: inout Router) {
        for kind in [SessionKind.backup, .replica] {
            router.on(.get, kind.path) { (call, world) throws(Refusal) in
                list(kind, call, world) { ids(of: kind, in: $0) }
            }
            router.on(.get, kind.path + "/*") { (call, world) throws(Refusal) in
                let session = try session(call, kind, in: world)
                return .ok(
                    call.query.wantsEntity ? entity(session, call, world) : reference(session, world).element()
                )
            }
            router.on(.get, "jobs/*/" + kind.path) { (call, world) throws(Refusal) in
                let job = try Jobs.job(call, in: world).id
                return list(kind, call, world) { AnySequence($0.sessions(ofJob: job)) }
            }
        }
        // No page says which sessions these are; there are none here [get_backupsessions_id_agentmanagementsessions].
        router.on(.get, SessionKind.backup.path + "/*/agentManagementSessions") { (call, world) throws(Refusal) in
            _ = try session(call, .backup, in: world)
            return .ok(Reference.list([]))
        }
        router.on(.post, SessionKind.backup.path + "/*", action: "stop") { (call, world) throws(Refusal) in
            let id = try session(call, .backup, in: world).id
            return world.begin("StopJobSession", for: call) { world, now in
                guard let session = world.jobSessions[id], !session.isOver(at: now) else {
                    return .failed("Job session is not running.")
                }
                return .done("Job Session \"\(name(session, world))\" triggered to stop.") { world, now in
                    world.update(session: id) { $0.stopped = $0.stopped ?? now }
                }
            }
        }
    }

    /// The link from a job to its sessions.
    static func down(of job: JobRecord) -> OfferedLink {
        let kind = job.kind.sessions
        return OfferedLink("Down", kind.type + "ReferenceList", Jobs.part(kind.path, of: job.id))
    }

    /// A list of some of them.
    static func list(_ ids: [GUID], _ kind: SessionKind, _ call: Call, _ world: World) -> Answer {
        list(kind, call, world) { _ in AnySequence(ids) }
    }

    static func forget(server id: GUID, in world: inout World) {
        for session in Array(world.ids(of: world.jobSessions, on: id, \.server)) { world.jobSessions.remove(session) }
    }

    /// All that may be of a kind: generated sessions are those of backup jobs.
    private static func ids(of kind: SessionKind, in world: World) -> AnySequence<GUID> {
        kind == .backup
            ? AnySequence(world.jobSessions.ids)
            : AnySequence(world.jobSessions.exceptional.map(\.id))
    }

    private static func list(
        _ kind: SessionKind,
        _ call: Call,
        _ world: World,
        _ ids: @escaping @Sendable (World) -> AnySequence<GUID>
    ) -> Answer {
        KeyCollection(plural: kind.collection, item: kind.type).answer(
            call,
            { AnySequence(ids(world).lazy.compactMap { world.jobSessions[$0] }.filter { $0.kind.sessions == kind }) },
            reference: { reference($0, world) },
            entity: { entity($0, call, world) }
        )
    }

    private static func session(_ call: Call, _ kind: SessionKind, in world: World) throws(Refusal) -> JobSessionRecord
    {
        let id = try call.id(type: kind.type)
        guard let session = world.jobSessions[id], session.kind.sessions == kind else {
            throw Refusal.missing("job session", id)
        }
        return session
    }

    static func name(_ session: JobSessionRecord, _ world: World) -> String {
        session.jobName + "@" + world.timestamp(session.start).inName
    }

    private static func tasks(of session: JobSessionRecord) -> OfferedLink {
        switch session.kind.sessions {
        case .backup:
            OfferedLink(
                "Down",
                BackupTaskSessions.type + "ReferenceList",
                Address(SessionKind.backup.path, session.id, part: "taskSessions")
            )
        case .replica:
            OfferedLink(
                "Down",
                ReplicaTaskSessions.type + "ReferenceList",
                Address(SessionKind.replica.path, session.id, part: ReplicaTaskSessions.printedPath)
            )
        }
    }

    private static func reference(_ session: JobSessionRecord, _ world: World) -> Reference {
        let kind = session.kind.sessions
        var links = [BackupServers.up(session.server, in: world)]
        // The job may have been deleted since.
        if let job = world.job(of: session) {
            let address = Address(job.kind.path, job.id)
            links.append(OfferedLink("Up", "JobReference", address, name: session.jobName))
        }
        links.append(tasks(of: session))
        return Reference(
            type: kind.type,
            name: name(session, world),
            uid: UID(kind.type, session.id),
            address: one(session.id, kind),
            links: links
        )
    }

    private static func entity(_ session: JobSessionRecord, _ call: Call, _ world: World) -> Element {
        let reference = reference(session, world)
        let isOver = session.isOver(at: call.now)
        let ups = reference.links.filter { $0.rel == "Up" }
        let point = RestorePoints.link("Related", world.protection.point(ofSession: session.id), in: world)
        // Stop stays on finished backup sessions, as on a live server [get_query_backupjobsession].
        let stop = OfferedLink("Stop", nil, Address(session.kind.sessions.path, session.id, action: "stop"))
        return Element(
            session.kind.sessions.type,
            reference.entityIdentity,
            links: ups + [reference.alternate, tasks(of: session)] + (session.kind == .replica ? [] : [stop]) + point,
            content: [
                .text("JobUid", UID(session.kind.resource, session.job).description),
                .text("JobName", session.jobName),
                .text("JobType", session.kind.rawValue),
                .text("CreationTimeUTC", world.timestamp(session.start).iso),
                .text("EndTimeUTC", isOver ? world.timestamp(session.end).iso : nil),
                .text("State", session.state(at: call.now)),
                .text("Result", session.result(at: call.now)),
                .value("Progress", .number(session.progress(at: call.now))),
                .text("FailureMessage", isOver ? session.failure : nil),
                .value("IsRetry", .boolean(session.isRetry)),
            ]
        )
    }
}

extension JobSessions: Queryable {
    static var queries: [QuerySource] {
        [SessionKind.backup, .replica].map { kind in
            QuerySource(kind.type) { call, world in
                world.jobSessions.records.lazy.filter { $0.kind.sessions == kind }
                    .map { session in QueryRow(reference(session, world)) { entity(session, call, world) } }
            }
        }
    }
}
