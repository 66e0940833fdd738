// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `ObjectInJob` of CDP policies [get_cdppolicies_id_includes, post_cdppolicies_id_includes].
enum CdpIncludes: ResourceFamily {
    static func list(of policy: GUID) -> Address { CdpPolicies.part("includes", of: policy) }
    private static let path = CdpPolicies.path + "/*/includes"

    static func register(in router: inout Router) {
        router.on(.get, path) { (call, world) throws(Refusal) in
            let policy = try CdpPolicies.record(call, in: world)
            let objects = policy.objects.map { element($0, of: policy, isNested: false) }
            return .ok(.list("ObjectsInJob", of: "ObjectInJob", objects))
        }
        router.on(.get, path + "/*") { (call, world) throws(Refusal) in
            let (policy, object) = try object(call, in: world)
            return .ok(element(object, of: policy, isNested: false))
        }
        router.on(.post, path, add)
        router.on(.delete, path + "/*") { (call, world) throws(Refusal) in
            let (policy, object) = try object(call, in: world)
            return world.begin("UpdateCdpPolicy", for: call) { [policyID = policy.id, id = object.id] _, _ in
                .done { world, _ in
                    world.agents.policies.update(policyID) { $0.objects.removeAll { $0.id == id } }
                }
            }
        }
    }

    /// The copies inside a policy have no links [put_cdppolicies_id].
    static func element(_ object: ObjectInJobRecord, of policy: CdpPolicyRecord, isNested: Bool) -> Element {
        let address = CdpPolicies.part("includes/\(object.id)", of: policy.id)
        let links = [
            OfferedLink("Delete", nil, address),
            OfferedLink("Up", CdpPolicies.type, CdpPolicies.one(policy.id).entity, name: policy.name),
        ]
        return Element(
            "ObjectInJob",
            Identity(type: "ObjectInJob", address: address),
            links: isNested ? nil : links,
            content: [
                .text("ObjectInJobId", object.id.description),
                .text("HierarchyObjRef", object.reference),
                .text("Name", object.name),
                .text("DisplayName", object.name),
                .group(
                    "GuestProcessingOptions",
                    [
                        .group(
                            "VssSnapshotOptions",
                            [
                                .value("VssSnapshotMode", "RequireSuccess"), .value("IsCopyOnly", false),
                                .value("UsePersistentGuestAgent", false),
                            ]
                        ),
                        .text("WindowsCredentialsId", ""), .text("LinuxCredentialsId", ""),
                    ]
                ),
            ]
        )
    }

    private static func object(
        _ call: Call,
        in world: World
    ) throws(Refusal) -> (CdpPolicyRecord, ObjectInJobRecord) {
        let policy = try CdpPolicies.record(call, in: world)
        let id = try call.id(1, type: "ObjectInJob")
        guard let object = policy.objects.first(where: { $0.id == id }) else {
            throw Refusal.missing("object in job", id)
        }
        return (policy, object)
    }

    private static func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let policy = try CdpPolicies.record(call, in: world)
        let document = try call.document()
        try document.check(
            call.format,
            root: "CreateObjectInJobSpec",
            orders: [["HierarchyObjRef", "HierarchyObjName", "GuestProcessingOptions"]],
            required: ["HierarchyObjRef", "HierarchyObjName"]
        )
        let reference = document["HierarchyObjRef"]?.text ?? ""
        let name = document["HierarchyObjName"]?.text ?? ""
        guard reference.lowercased().hasPrefix("urn:") else {
            throw Refusal(400, "\(reference) is not a hierarchy object reference")
        }
        return world.begin("UpdateCdpPolicy", for: call) { [id = policy.id] world, _ in
            let claim = "object \(id) \(reference)"
            let isIncluded = world.agents.policies[id]?.objects.contains { $0.reference == reference } ?? false
            if isIncluded || world.claims.contains(claim) {
                return .failed("Object \"\(name)\" is already in the policy.")
            }
            let object = ObjectInJobRecord(id: world.generator.guid(), reference: reference, name: name)
            return .done(claim: claim) { world, _ in world.agents.policies.update(id) { $0.objects.append(object) } }
        }
    }
}
