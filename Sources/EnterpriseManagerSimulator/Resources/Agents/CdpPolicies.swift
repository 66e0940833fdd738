// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CdpPolicy`: policies of continuous data protection, and what a PUT does to them [cdppolicies_id, put_cdppolicies_id].
enum CdpPolicies: ListedResource {
    static let type = "CdpPolicy"
    static let collection = "CdpPolicies"
    static let path = "cdpPolicies"
    static let noun = "CDP policy"
    static func table(of world: World) -> Table<CdpPolicyRecord> { world.agents.policies }

    /// No page has the way to the list; the links follow those of other lists (inferred).
    static var hubLinks: HubLinks { .inferred(type, at: Address(path)) }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.put, path + "/*", edit)
        router.on(.get, path + "/*/cdpReplicaSessions") { (call, world) throws(Refusal) in
            let ids = try record(call, in: world).sessions
            return CdpSessions.answer(ids.compactMap { world.agents.cdpSessions[$0] }, call, world)
        }
    }

    static func reference(_ policy: CdpPolicyRecord, _ world: World) -> Reference {
        reference(policy.id, policy.name, [BackupServers.up(policy.server, in: world)])
    }

    static func links(of policy: CdpPolicyRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        let includes = CdpIncludes.list(of: policy.id)
        return [
            OfferedLink("Edit", type + "Reference", one(policy.id), name: policy.name),
            CdpPolicyActions.toggle(policy),
            OfferedLink("Down", "ObjectInJobList", includes),
            OfferedLink("Create", "ObjectInJob", includes),
            OfferedLink("Down", "CdpReplicaSessionReferenceList", part("cdpReplicaSessions", of: policy.id)),
        ]
    }

    static func content(of policy: CdpPolicyRecord, _ call: Call, _ world: World) -> [Content] {
        let objects = policy.objects.map { CdpIncludes.element($0, of: policy, isNested: true) }
        return [
            .text("PolicyType", "CdpReplica"),
            .text("Platform", policy.platform),
            .text("Description", policy.description),
            .value("ScheduleConfigured", .boolean(policy.scheduleConfigured)),
            .value("ScheduleEnabled", .boolean(policy.isEnabled)),
            // It works all the time; the examples have the moment of the request.
            .text("NextRun", policy.isEnabled ? world.timestamp(call.now).iso : nil),
            .group("PolicyScheduleOptions", [.group("CdpReplica", CdpSchedule.content(of: policy))]),
            .group(
                "CdpPolicyInfo",
                [
                    .group(
                        "CdpReplicaPolicyInfo",
                        [
                            .group("Includes", [.items(of: "ObjectInJob", objects)]),
                            .group(
                                "GuestProcessingOptions",
                                [.text("WindowsCredentialsId", ""), .text("LinuxCredentialsId", "")]
                            ),
                        ]
                    )
                ]
            ),
        ]
    }

    /// Takes the changed members of a partial `CdpPolicy`.
    private static func edit(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let policy = try record(call, in: world)
        let document = try call.document()
        if call.format == .xml, document.name != type { throw Refusal(400, "Element \(type) is expected") }
        let change = try CdpSchedule.Change(document)
        return world.begin("EditCdpPolicy", for: call) { [id = policy.id] _, _ in
            .done { world, now in
                world.agents.policies.update(id) { change.apply(to: &$0) }
                if let isEnabled = change.isEnabled { CdpPolicyActions.set(id, isEnabled: isEnabled, &world, now) }
            }
        }
    }
}
