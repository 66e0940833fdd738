// SPDX-License-Identifier: Apache-2.0

/// What the task sessions of backups and replicas have in common: they differ in names only
/// [backuptasksessions_id, replicatasksessions_id].
protocol TaskSessions: KeyResource where Record == TaskSessionRecord {
    static var kind: SessionKind { get }
    /// A link to what the session left behind.
    static func result(_ task: TaskSessionRecord, _ world: World) -> [OfferedLink]
}

extension TaskSessions {
    static var noun: String { "task session" }

    static func reference(_ task: TaskSessionRecord, _ world: World) -> Reference {
        var links = [BackupServers.up(task.server, in: world)]
        if let session = world.jobSessions[task.session] {
            links.append(
                OfferedLink(
                    "Up",
                    kind.type + "Reference",
                    JobSessions.one(session.id, kind),
                    name: JobSessions.name(session, world)
                )
            )
        }
        return Reference(
            type: type,
            name: task.machine + "@" + world.timestamp(task.start).inName,
            uid: UID(type, task.id),
            address: one(task.id),
            links: links
        )
    }

    static func entity(_ task: TaskSessionRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(task, world)
        let session = world.jobSessions[task.session]
        let end = session.map { task.end($0) } ?? task.plannedEnd
        return Element(
            type,
            reference.entityIdentity,
            attributes: [("VmDisplayName", .text(task.machine))],
            links: reference.links + [reference.alternate] + result(task, world),
            content: [
                .text("JobSessionUid", UID(kind.type, task.session).description),
                .text("CreationTimeUTC", world.timestamp(task.start).iso),
                .text("EndTimeUTC", now >= end ? world.timestamp(end).iso : nil),
                .text("State", session.map { task.state(at: now, $0) } ?? "Completed"),
                .text("Result", session.map { task.result(at: now, $0) } ?? task.plannedResult),
                .text("Reason", now >= end ? task.reason : ""),
                .value("TotalSize", .number(task.size)),
            ]
        )
    }

    /// The task sessions of a job session.
    static func answer(of session: GUID, _ call: Call, _ world: World) throws(Refusal) -> Answer {
        guard world.jobSessions[session]?.kind.sessions == kind else {
            throw Refusal.missing("job session", session)
        }
        let table = table(of: world)
        return answer(world.protection.tasks(ofSession: session).compactMap { table[$0] }, call, world)
    }
}
