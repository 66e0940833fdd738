// SPDX-License-Identifier: Apache-2.0

extension World {
    /// Begins a restore session, to which the finished task links.
    ///
    /// The guide names two kinds of restore sessions only; a failover counts as the restore of a machine (inferred).
    mutating func restore(_ order: RestoreOrder, at now: Duration) -> TaskOutcome {
        let claim = order.isFailover ? order.reference.map { "failover " + $0 } : nil
        if order.isFailover, isFailingOver(order.reference, at: now) || claim.map(claims.contains) ?? false {
            return .failed("Failover of \"\(order.machine)\" is already running.")
        }
        let session = RestoreSessionRecord(
            id: protection.generator.guid(),
            title: order.title,
            kind: order.kind,
            server: order.server,
            machine: order.machine,
            point: order.point,
            reference: order.reference,
            start: now,
            end: now + configuration.jobSessionDuration,
            plannedResult: configuration.restoreSessionResult
        )
        let related = OfferedLink("Related", RestoreSessions.type, RestoreSessions.one(session.id).entity)
        return .done(links: [related], claim: claim) { world, _ in
            world.protection.enter(session, in: \.restores)
            if order.isFailover, let reference = order.reference {
                world.protection.failovers[reference] = session.id
            }
        }
    }

    private func isFailingOver(_ reference: String?, at now: Duration) -> Bool {
        let session = reference.flatMap { protection.failovers[$0] }.flatMap { protection.restores[$0] }
        return session.map { !$0.isOver(at: now) } ?? false
    }
}
