// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudGateway` [get_cloudgateways_id, post_gateways, put_cloudgateways_id].
enum CloudGateways: CloudResources {
    static let type = "CloudGateway"
    static let path = "cloud/gateways"
    static let noun = "cloud gateway"
    static var table: WritableKeyPath<CloudBook, Table<CloudGatewayRecord>> { \.gateways }

    private static let modes = ["Direct", "NAT"]

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.post, path, create)
        router.on(.put, path + "/*", update)
        router.on(.delete, path + "/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            return remove(
                "DeleteCloudGateway",
                id,
                for: call,
                in: &world,
                also: { book in
                    for pool in Array(book.pools.ids) { book.pools.update(pool) { $0.gateways.removeAll { $0 == id } } }
                }
            )
        }
    }

    static func links(of gateway: CloudGatewayRecord, in world: World) -> [OfferedLink] {
        [edit(gateway), delete(gateway, type: type)]
    }

    static func content(of gateway: CloudGatewayRecord, at now: Duration, in world: World) -> [Content] {
        [
            .value("Enabled", .boolean(gateway.isEnabled)),
            .text("NetworkMode", gateway.networkMode),
            .text("ExternalIP", gateway.externalIP),
            .value("ExternalPort", .number(gateway.externalPort)),
            .value("InternalPort", .number(gateway.internalPort)),
            .text("Description", gateway.description),
        ]
    }

    private static func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let body = try CloudBody(
            call,
            root: "CreateCloudGatewaySpec",
            members: [
                "BackupServerIdOrName", "ServerHostName", "Description", "IncomingPort", "ExternalIp", "ExternalPort",
                "NetworkType", "InternalPort", "BackupServerUid",
            ],
            required: ["ServerHostName", "NetworkType"]
        )
        let name = try body.needed("ServerHostName")
        let server = try body.server(in: world)
        // Who asks for no address reaches the server by its name (inferred).
        var template = CloudGatewayRecord(
            id: world.generator.guid(),
            name: name,
            server: server ?? GUID(high: 0, low: 0),
            externalIP: body.text("ExternalIp") ?? name
        )
        template.description = body.text("Description") ?? ""
        template.networkMode = try body.word("NetworkType", of: modes) ?? "Direct"
        template.externalPort = try body.port("ExternalPort") ?? CloudGatewayRecord.defaultPort
        template.internalPort = try body.port("InternalPort") ?? CloudGatewayRecord.defaultPort
        return world.begin("CreateCloudGateway", for: call) { [gateway = template] world, _ in
            if let obstacle = obstacle(toName: name, on: server, in: world) { return .failed(obstacle) }
            return .done(
                links: [OfferedLink("Related", type, one(gateway.id).entity, name: name)],
                claim: claim(name, on: gateway.server)
            ) { world, _ in world.cloud.gateways.add(gateway) }
        }
    }

    private static func update(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let gateway = try record(call, in: world)
        let body = try CloudBody(
            call,
            root: type,
            members: [
                "Enabled", "DnsNameOrIpAddress", "NetworkMode", "ExternalIP", "ExternalPort", "InternalPort",
                "Description",
            ]
        )
        return try change("EditCloudGateway", gateway, for: call, in: &world) { (new) throws(Refusal) in
            new.isEnabled = try body.flag("Enabled") ?? new.isEnabled
            new.networkMode = try body.word("NetworkMode", of: modes) ?? new.networkMode
            new.externalIP = body.text("ExternalIP") ?? new.externalIP
            new.externalPort = try body.port("ExternalPort") ?? new.externalPort
            new.internalPort = try body.port("InternalPort") ?? new.internalPort
            new.description = body.text("Description") ?? new.description
        }
    }
}
