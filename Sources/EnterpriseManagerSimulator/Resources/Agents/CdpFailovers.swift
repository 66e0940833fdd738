// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Failover and Intervals of CDP replicas, of machines and of vApps alike [post_cdpreplicavm_id_actionfailover,
/// post_cdpreplicavm_id_actionintervals].
enum CdpFailovers: ResourceFamily {
    static let audience = Audience.machineRestore

    /// What fails over.
    private struct Subject: Sendable {
        let id: GUID
        let name: String
        let reference: String
        let replica: CdpReplicaRecord
    }

    static func register(in router: inout Router) {
        let machines = CdpReplicas.path + "/*/vms/*"
        router.on(.post, machines, action: "failover") { (call, world) throws(Refusal) in
            try failover(try machine(call, world), call, &world)
        }
        router.on(.post, machines, action: "intervals") { (call, world) throws(Refusal) in
            .ok(try intervals(try machine(call, world), call, world))
        }
        let vApps = VAppCdpReplicas.path + "/*"
        router.on(.post, vApps, action: "failover") { (call, world) throws(Refusal) in
            try failover(try vApp(call, world), call, &world)
        }
        router.on(.post, vApps, action: "intervals") { (call, world) throws(Refusal) in
            .ok(try intervals(try vApp(call, world), call, world))
        }
    }

    /// The actions of a machine or vApp.
    static func links(at address: Address) -> [OfferedLink] {
        ["Intervals", "Failover"].map { rel in
            OfferedLink(rel, nil, Address(address.tail + "?action=" + rel.lowercased()))
        }
    }

    private static func machine(_ call: Call, _ world: World) throws(Refusal) -> Subject {
        let (replica, machine) = try CdpReplicaMachines.machine(call, in: world)
        return Subject(id: machine.id, name: machine.name, reference: machine.reference, replica: replica)
    }

    private static func vApp(_ call: Call, _ world: World) throws(Refusal) -> Subject {
        let replica = try VAppCdpReplicas.record(call, in: world)
        return Subject(id: replica.id, name: replica.name, reference: replica.vApp ?? "", replica: replica)
    }

    /// Begins a restore session; the state that is asked for must be among the intervals (inferred).
    private static func failover(_ subject: Subject, _ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let document = try call.document()
        let spec = try CdpFailoverSpec(document, call.format)
        if let wanted = spec.time {
            let policy = world.agents.policy(of: subject.replica)
            let states = CdpStates(policy, subject.id, until: world.timestamp(call.now))
            guard states.kept.contains(wanted) else {
                throw Refusal(400, "\(wanted.iso) is not among the states of \(subject.name); see its intervals")
            }
        }
        return world.begin("StartFailover", for: call) { world, now in
            world.restore(
                RestoreOrder(title: subject.name, machine: subject.name, server: subject.replica.server)
                    .failover(of: subject.reference),
                at: now
            )
        }
    }

    /// Takes any root with the two dates: which one EM expects in XML is in no page [post_cdpreplicavm_id_actionintervals];
    /// without a body, which no page prints for XML, all that is kept is shown (inferred).
    private static func intervals(_ subject: Subject, _ call: Call, _ world: World) throws(Refusal) -> Element {
        let policy = world.agents.policy(of: subject.replica)
        let states = CdpStates(policy, subject.id, until: world.timestamp(call.now))
        guard !call.body.isEmpty else {
            return states.element(from: states.kept.lowerBound, to: states.kept.upperBound)
        }
        let document = try call.document()
        let start = try CdpFailoverSpec.date("StartDate", document)
        let end = try CdpFailoverSpec.date("EndDate", document)
        guard let start, let end else { throw Refusal(400, "StartDate and EndDate are required") }
        guard start <= end else { throw Refusal(400, "StartDate is after EndDate") }
        return states.element(from: start, to: end)
    }
}
