// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VlanConfiguration`, which says neither its `Type` nor its `Href`, and whose UID is a bare GUID
/// [vlans_id, put_vlans_id].
enum CloudVlans: CloudResources {
    static let type = "VlanConfiguration"
    static let path = "cloud/vlans"
    static let noun = "VLAN configuration"
    static var table: WritableKeyPath<CloudBook, Table<CloudVlanRecord>> { \.vlans }

    static func uid(_ id: GUID) -> UID { UID(bare: id) }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.put, path + "/*", update)
        router.on(.delete, path + "/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return remove("DeleteVlanConfiguration", id, for: call, in: &world)
        }
    }

    static func links(of vlan: CloudVlanRecord, in world: World) -> [OfferedLink] {
        [edit(vlan), delete(vlan, type: type)]
    }

    static func content(of vlan: CloudVlanRecord, at now: Duration, in world: World) -> [Content] {
        [
            .text("HostRef", vlan.host),
            .text("PlatformType", vlan.platform),
            .value("VlanIdsWithInternetLeftBound", .number(vlan.withInternet.lowerBound)),
            .value("VlanIdsWithInternetRightBound", .number(vlan.withInternet.upperBound)),
            .value("VlanIdsWithoutInternetLeftBound", .number(vlan.withoutInternet.lowerBound)),
            .value("VlanIdsWithoutInternetRightBound", .number(vlan.withoutInternet.upperBound)),
            .text("SwitchName", vlan.switchName),
            .text("SwitchId", vlan.switchID),
            .text("SwitchType", vlan.switchType),
        ]
    }

    static func entity(_ vlan: CloudVlanRecord, at now: Duration, in world: World) -> Element {
        let reference = reference(vlan, in: world)
        return Element(
            type,
            Identity(name: vlan.name, uid: uid(vlan.id)),
            links: reference.links + [reference.alternate] + links(of: vlan, in: world),
            content: content(of: vlan, at: now, in: world)
        )
    }

    /// The items of the list have another name.
    static func answer(_ vlans: [CloudVlanRecord], _ call: Call, _ world: World) -> Answer {
        guard call.query.wantsEntity else { return .ok(referenceList(vlans, in: world)) }
        return .ok(.list("VlanConfigurations", of: "Vlans", vlans.map { item($0, at: call.now, in: world) }))
    }

    /// In lists Delete has no `Type` [get_query_vlanconfiguration].
    static func item(_ vlan: CloudVlanRecord, at now: Duration, in world: World) -> Element {
        var element = entity(vlan, at: now, in: world)
        element.name = "Vlans"
        element.links?.removeLast()
        element.links?.append(delete(vlan, type: nil))
        return element
    }

    private static func update(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let vlan = try record(call, in: world)
        let body = try CloudBody(
            call,
            root: type,
            members: [
                "HostRef", "PlatformType", "VlanIdsWithInternetLeftBound", "VlanIdsWithInternetRightBound",
                "VlanIdsWithoutInternetLeftBound", "VlanIdsWithoutInternetRightBound", "SwitchName", "SwitchId",
                "ClusterName", "ClusterId", "SwitchType",
            ]
        )
        return try change("UpdateVlanConfiguration", vlan, for: call, in: &world) { (new) throws(Refusal) in
            try apply(body, to: &new)
        }
    }

    private static func apply(_ body: CloudBody, to new: inout CloudVlanRecord) throws(Refusal) {
        new.host = body.text("HostRef") ?? new.host
        new.platform = try body.word("PlatformType", of: ["VMware", "HyperV"]) ?? new.platform
        new.withInternet = try range("VlanIdsWithInternet", in: body, else: new.withInternet)
        new.withoutInternet = try range("VlanIdsWithoutInternet", in: body, else: new.withoutInternet)
        new.switchName = body.text("SwitchName") ?? new.switchName
        new.switchID = body.text("SwitchId") ?? new.switchID
        let types = ["VirtualSwitch", "DistributedVirtualSwitch"]
        new.switchType = try body.word("SwitchType", of: types) ?? new.switchType
        guard !new.withInternet.overlaps(new.withoutInternet) else {
            throw Refusal(400, "The VLANs with and without Internet overlap")
        }
    }

    private static func range(
        _ name: String,
        in body: CloudBody,
        else old: ClosedRange<Int>
    ) throws(Refusal) -> ClosedRange<Int> {
        let left = try body.number(name + "LeftBound", in: 0...4095) ?? old.lowerBound
        let right = try body.number(name + "RightBound", in: 0...4095) ?? old.upperBound
        guard left <= right else { throw Refusal(400, "\(name)LeftBound is above \(name)RightBound") }
        return left...right
    }
}
