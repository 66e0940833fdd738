// SPDX-License-Identifier: Apache-2.0

/// What queries compare beside references and entities; most families need nothing more.
extension KeyResource where Self: Queryable {
    static var queries: [QuerySource] { source { _, _ in [:] } }

    static func source(_ values: @escaping @Sendable (Record, World) -> [String: String]) -> [QuerySource] {
        [
            QuerySource(type) { call, world in
                table(of: world).records.lazy.map { record in
                    QueryRow(reference(record, world), values: { values(record, world) }) {
                        entity(record, at: call.now, world)
                    }
                }
            }
        ]
    }
}

extension Backups: Queryable {
    static var queries: [QuerySource] {
        source { backup, world in
            guard let id = backup.job, let job = world.jobs[id] ?? world.agents.jobs[id]?.job else { return [:] }
            return ["jobuid": job.uid.description, "jobname": job.name]
        }
    }
}

extension BackupFiles: Queryable {}
extension RestorePoints: Queryable {}
extension VmRestorePoints: Queryable {}
extension VAppRestorePoints: Queryable {}

extension Replicas: Queryable {
    static var queries: [QuerySource] {
        source { replica, world in
            guard let id = replica.job, let job = world.jobs[id] else { return [:] }
            return ["jobuid": job.uid.description, "jobname": job.name]
        }
    }
}

extension VmReplicaPoints: Queryable {}
extension VAppReplicaPoints: Queryable {}
extension RestoreSessions: Queryable {}
extension FailoverPlans: Queryable {}

extension TaskSessions where Self: Queryable {
    /// The job of the session that a task session belongs to.
    fileprivate static var sources: [QuerySource] {
        source { task, world in
            guard let session = world.jobSessions[task.session] else { return [:] }
            return ["jobuid": UID(session.kind.resource, session.job).description, "jobname": session.jobName]
        }
    }
}

extension BackupTaskSessions: Queryable {
    static var queries: [QuerySource] { sources }
}

extension ReplicaTaskSessions: Queryable {
    static var queries: [QuerySource] { sources }
}
