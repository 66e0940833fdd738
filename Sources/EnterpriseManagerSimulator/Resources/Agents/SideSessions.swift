// SPDX-License-Identifier: Apache-2.0

/// The sessions of jobs that do not lie below `/jobs`.
enum SideSessions {
    /// The sessions of all jobs of a kind.
    static func ids(of kind: JobKind, in world: World) -> [GUID] {
        world.jobSessions.exceptional.filter { $0.kind == kind }.map(\.id)
    }

    /// The link from a job to its sessions [agents_jobs, nas_jobs].
    static func down(_ job: JobRecord) -> OfferedLink {
        OfferedLink(
            "Down",
            SessionKind.backup.type + "ReferenceList",
            Address("\(job.kind.path)/\(job.id)/\(SessionKind.backup.path)")
        )
    }
}
