// SPDX-License-Identifier: Apache-2.0

extension AgentBook {
    /// Begins a run of a policy, with a task for each of its objects.
    mutating func beginCdpSession(of id: GUID, at now: Duration) {
        guard let policy = policies[id] else { return }
        let session = generator.guid()
        let tasks = policy.objects.map { object in
            CdpTaskRecord(
                id: generator.guid(),
                session: session,
                machine: object.name,
                server: policy.server,
                start: now + .seconds(1),
                size: generator.number(in: 20...200) << 30
            )
        }
        for task in tasks { cdpTasks.add(task) }
        cdpSessions.add(
            CdpSessionRecord(
                id: session,
                policy: id,
                policyName: policy.name,
                server: policy.server,
                start: now,
                tasks: tasks.map(\.id)
            )
        )
        policies.update(id) { $0.sessions.append(session) }
    }

    /// Ends the run of a policy.
    mutating func endCdpSession(of id: GUID, at now: Duration) {
        guard let last = policies[id]?.sessions.last else { return }
        cdpSessions.update(last) { $0.stopped = $0.stopped ?? now }
    }

    /// The machine or vApp of a replica, for failovers and intervals.
    func policy(of replica: CdpReplicaRecord) -> CdpPolicyRecord? { policies[replica.policy] }
}
