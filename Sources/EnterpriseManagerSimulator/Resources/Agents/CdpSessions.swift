// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CdpReplicaSession`, in lists `CdpPolicySession`: runs of CDP policies [cdpreplicasessions_id,
/// get_query_cdpreplicasession].
enum CdpSessions: ListedResource {
    static let type = "CdpReplicaSession"
    static let item = "CdpPolicySession"
    static let path = "cdpReplicaSessions"
    static let noun = "CDP session"
    static func table(of world: World) -> Table<CdpSessionRecord> { world.agents.cdpSessions }
    /// See ``CdpPolicies/hubLinks``.
    static var hubLinks: HubLinks { .inferred(type, at: Address(path)) }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.get, path + "/*/cdpReplicaTaskSessions") { (call, world) throws(Refusal) in
            let ids = try record(call, in: world).tasks
            return CdpTaskSessions.answer(ids.compactMap { world.agents.cdpTasks[$0] }, call, world)
        }
    }

    static func name(_ session: CdpSessionRecord, _ world: World) -> String {
        session.policyName + "@" + world.timestamp(session.start).inName
    }

    static func reference(_ session: CdpSessionRecord, _ world: World) -> Reference {
        reference(
            session.id,
            name(session, world),
            [
                BackupServers.up(session.server, in: world),
                CdpPolicies.up(session.policy, name: session.policyName),
            ]
        )
    }

    static func links(of session: CdpSessionRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        [OfferedLink("Down", "CdpReplicaTaskSessionReferenceList", part("cdpReplicaTaskSessions", of: session.id))]
    }

    static func content(of session: CdpSessionRecord, _ call: Call, _ world: World) -> [Content] {
        let isOver = session.isOver(at: call.now)
        return [
            .text("PolicyUid", UID(CdpPolicies.type, session.policy).description),
            .text("PolicyName", session.policyName),
            .text("PolicyType", "CdpReplica"),
            .text("CreationTimeUTC", world.timestamp(session.start).iso),
            .text("EndTimeUTC", isOver ? session.end.map { world.timestamp($0).iso } : nil),
            .text("State", session.state(at: call.now)),
            .text("Result", session.result(at: call.now)),
            .value("Progress", .number(isOver ? 100 : 0)),
            .text("FailureMessage", ""),
            .value("IsRetry", false),
        ]
    }
}
