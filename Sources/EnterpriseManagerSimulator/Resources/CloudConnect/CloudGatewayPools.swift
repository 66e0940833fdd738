// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudGatewayPool` [cloud_gatewaypools_id, post_cloudgatewaypools, put_cloud_gatewaypools_id].
enum CloudGatewayPools: CloudResources {
    static let type = "CloudGatewayPool"
    static let path = "cloud/gatewayPools"
    static let noun = "cloud gateway pool"
    static var table: WritableKeyPath<CloudBook, Table<CloudGatewayPoolRecord>> { \.pools }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.get, path + "/*/gateways") { (call, world) throws(Refusal) in
            let pool = try record(call, in: world)
            return CloudGateways.answer(pool.gateways.compactMap { world.cloud.gateways[$0] }, call, world)
        }
        // No link leads here [get_cloud_tenants_id_gatewaypools].
        router.on(.get, CloudTenants.path + "/*/gatewayPools") { (call, world) throws(Refusal) in
            let tenant = try CloudTenants.record(call, in: world).id
            return answer(pools(of: tenant, in: world), call, world)
        }
        router.on(.post, path, create)
        router.on(.put, path + "/*", update)
        router.on(.delete, path + "/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            let links = [OfferedLink("Related", "CloudGatewayPoolList", list.entity)]
            return remove("DeleteCloudGatewayPool", id, for: call, in: &world, links: links)
        }
    }

    static func links(of pool: CloudGatewayPoolRecord, in world: World) -> [OfferedLink] {
        let gateways = Address("\(path)/\(pool.id)/gateways")
        return [
            edit(pool), delete(pool, type: nil), OfferedLink("Down", "CloudGatewayReferenceList", gateways),
        ]
    }

    static func content(of pool: CloudGatewayPoolRecord, at now: Duration, in world: World) -> [Content] {
        func members(_ name: String, _ item: String, _ uids: [UID]) -> Content {
            .group(name, uids.isEmpty ? [.absent(item + "s")] : [.repeated(item, uids.map(\.description))])
        }
        return [
            .text("Description", pool.description),
            members("CloudGateways", "CloudGatewayUid", pool.gateways.map(CloudGateways.uid)),
            members("CloudTenants", "CloudTenantUid", pool.tenants.map(CloudTenants.uid)),
        ]
    }

    static func pools(of tenant: GUID, in world: World) -> [CloudGatewayPoolRecord] {
        world.cloud.pools.records.filter { $0.tenants.contains(tenant) }
    }

    private static let members = ["Name", "Description", "CloudGateways", "CloudTenants", "BackupServerUid"]

    private static func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let body = try CloudBody(
            call,
            root: "CreateCloudGatewayPoolSpec",
            members: members,
            required: ["Name", "CloudGateways", "BackupServerUid"]
        )
        let server = try body.server(in: world)
        var pool = CloudGatewayPoolRecord(
            id: world.generator.guid(),
            name: try body.needed("Name"),
            server: server ?? GUID(high: 0, low: 0),
            gateways: try body.uids("CloudGateways", of: CloudGateways.type) ?? []
        )
        guard !pool.gateways.isEmpty else { throw Refusal(400, "CloudGateways has no gateway") }
        pool.description = body.text("Description") ?? ""
        pool.tenants = try body.uids("CloudTenants", of: CloudTenants.type) ?? []
        return world.begin("CreateCloudGatewayPool", for: call) { [pool] world, _ in
            if let obstacle = obstacle(toName: pool.name, on: server, in: world) { return .failed(obstacle) }
            if let missing = missing(in: pool, world) { return .failed(missing) }
            // The type is that of a list, the address and the empty name those of the example.
            return .done(
                links: [OfferedLink("Related", "CloudGatewayPools", one(pool.id).entity, name: "")],
                claim: claim(pool.name, on: pool.server)
            ) { world, _ in world.cloud.pools.add(pool) }
        }
    }

    private static func update(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let pool = try record(call, in: world)
        let body = try CloudBody(call, root: type, members: members)
        return try change("UpdateCloudGatewayPool", pool, for: call, in: &world, unless: missing) {
            (new) throws(Refusal) in
            new.name = body.text("Name") ?? new.name
            new.description = body.text("Description") ?? new.description
            new.gateways = try body.uids("CloudGateways", of: CloudGateways.type) ?? new.gateways
            new.tenants = try body.uids("CloudTenants", of: CloudTenants.type) ?? new.tenants
        }
    }

    private static func missing(in pool: CloudGatewayPoolRecord, _ world: World) -> String? {
        if let id = pool.gateways.first(where: { world.cloud.gateways[$0] == nil }) {
            return "Cannot find \(CloudGateways.noun) [\(id)]"
        }
        if let id = pool.tenants.first(where: { world.cloud.tenants[$0] == nil }) {
            return "Cannot find \(CloudTenants.noun) [\(id)]"
        }
        return nil
    }
}
