// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudPublicIpAddress` [publicipaddresses_id, post_publicipaddresses, put_publicipaddresses_id].
enum CloudPublicAddresses: CloudResources {
    static let type = "CloudPublicIpAddress"
    static let plural = "CloudPublicIpAddresses"
    static let path = "cloud/publicIpAddresses"
    static let noun = "public IP address"
    static var table: WritableKeyPath<CloudBook, Table<CloudPublicAddressRecord>> { \.addresses }

    /// How many addresses one request may make; more would be a slip of the pen (inferred).
    private static let mostAtOnce = 4096

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.post, path, create)
        // The page states 204, its example has the 202 that is answered here.
        router.on(.put, path + "/*", update)
        router.on(.delete, path + "/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return remove("DeleteCloudPublicIpAddress", id, for: call, in: &world)
        }
    }

    static func links(of address: CloudPublicAddressRecord, in world: World) -> [OfferedLink] {
        [edit(address), delete(address, type: type)]
    }

    static func content(of address: CloudPublicAddressRecord, at now: Duration, in world: World) -> [Content] {
        [
            .text("IpAddress", address.name),
            .text("TenantUid", address.holder.map { CloudTenants.uid($0).description }),
        ]
    }

    static func queryValues(of address: CloudPublicAddressRecord, in world: World) -> [String: String] {
        guard let holder = address.holder, let name = world.cloud.tenants[holder]?.name else { return [:] }
        return ["cloudtenantuid": CloudTenants.uid(holder).description, "cloudtenantname": name]
    }

    static func entity(_ record: CloudPublicAddressRecord, at now: Duration, in world: World) -> Element {
        let reference = reference(record, in: world)
        return Element(
            type,
            reference.entityIdentity,
            attributes: [("BackupServerUid", .text(UID("BackupServer", record.server).description))],
            links: reference.links + [reference.alternate] + links(of: record, in: world),
            content: content(of: record, at: now, in: world)
        )
    }

    /// All addresses of a range, those that exist already but for one fail it.
    private static func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let members = ["BackupServerUid", "IpAddressLowerBound", "IpAddressUpperBound"]
        let body = try CloudBody(call, root: "CloudPublicIpAddressCreateSpec", members: members, required: members)
        guard let first = try body.address("IpAddressLowerBound"), let last = try body.address("IpAddressUpperBound"),
            first <= last, last.number - first.number < mostAtOnce
        else { throw Refusal(400, "IpAddressLowerBound to IpAddressUpperBound is no range of addresses") }
        let server = try body.server(in: world)
        return world.begin("CreateCloudPublicIpAddress", for: call) { world, _ in
            guard let server, world.server(server) != nil else { return .failed("Backup server is not found.") }
            let taken = Set(world.cloud.addresses.records.map(\.address))
            let numbers = (first.number...last.number).map(IPv4Address.init(number:))
            if let address = numbers.first(where: taken.contains) { return .failed("\(address) already exists.") }
            let new = numbers.map {
                CloudPublicAddressRecord(id: world.generator.guid(), server: server, address: $0)
            }
            return .done(links: [OfferedLink("Related", "CloudPublicIpAddressList", list.entity)]) { world, _ in
                for address in new { world.cloud.addresses.add(address) }
            }
        }
    }

    private static func update(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let address = try record(call, in: world)
        let body = try CloudBody(call, root: type, members: ["IpAddress", "TenantUid"])
        return try change("EditCloudPublicIpAddress", address, for: call, in: &world, unless: obstacle) {
            (new) throws(Refusal) in
            new.address = try body.address("IpAddress") ?? new.address
            new.holder = try body.uid("TenantUid", of: CloudTenants.type) ?? new.holder
        }
    }

    private static func obstacle(to new: CloudPublicAddressRecord, in world: World) -> String? {
        if let holder = new.holder, world.cloud.tenants[holder] == nil {
            return "Cannot find \(CloudTenants.noun) [\(holder)]"
        }
        let isTaken = world.cloud.addresses.records.contains { $0.id != new.id && $0.address == new.address }
        return isTaken ? "\(new.name) already exists." : nil
    }
}
