// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What a tenant has: resources without a reference, in a list below it.
protocol CloudTenantParts: ResourceFamily {
    associatedtype Part: Sendable
    /// The `Type`, and the name of the element.
    static var type: String { get }
    /// The segment of the list.
    static var segment: String { get }
    /// How errors call one of them.
    static var noun: String { get }
    static func parts(of tenant: CloudTenantRecord) -> [Part]
    static func id(of part: Part) -> GUID
    /// The element without links, as it also stands in the tenant.
    static func element(_ part: Part, of tenant: CloudTenantRecord, in world: World) -> Element
    /// The links of one before those to the tenant and the server.
    static func links(of part: Part, of tenant: CloudTenantRecord) -> [OfferedLink]
}

extension CloudTenantParts {
    static var audience: Audience { .administrators }
    static func list(of tenant: GUID) -> Address { CloudTenants.part(segment, of: tenant) }
    static func one(_ id: GUID, of tenant: GUID) -> Address { CloudTenants.part("\(segment)/\(id)", of: tenant) }

    /// The links of a tenant: to the list and to what adds to it.
    static func lists(of tenant: GUID) -> [OfferedLink] {
        [OfferedLink("Down", type + "List", list(of: tenant)), OfferedLink("Create", type, list(of: tenant))]
    }

    static func registerReading(in router: inout Router) {
        router.on(.get, "\(CloudTenants.path)/*/\(segment)") { (call, world) throws(Refusal) in
            let tenant = try CloudTenants.record(call, in: world)
            return .ok(.list(type + "s", of: type, parts(of: tenant).map { resource($0, of: tenant, in: world) }))
        }
        router.on(.get, "\(CloudTenants.path)/*/\(segment)/*") { (call, world) throws(Refusal) in
            let (tenant, part) = try part(call, in: world)
            return .ok(resource(part, of: tenant, in: world))
        }
    }

    static func part(_ call: Call, in world: World) throws(Refusal) -> (CloudTenantRecord, Part) {
        let tenant = try CloudTenants.record(call, in: world)
        let id = try call.id(1, type: type)
        guard let part = parts(of: tenant).first(where: { self.id(of: $0) == id }) else {
            throw Refusal.missing(noun, id)
        }
        return (tenant, part)
    }

    /// The element with its links.
    static func resource(_ part: Part, of tenant: CloudTenantRecord, in world: World) -> Element {
        var element = element(part, of: tenant, in: world)
        let server = world.server(tenant.server)?.name
        element.links =
            links(of: part, of: tenant) + [
                OfferedLink("Up", "CloudTenant", CloudTenants.one(tenant.id).entity, name: tenant.name),
                OfferedLink("Up", "BackupServer", BackupServers.one(tenant.server).entity, name: server),
            ]
        return element
    }

    /// What a part says of itself.
    static func identity(_ id: GUID, of tenant: CloudTenantRecord) -> Identity {
        Identity(type: type, address: one(id, of: tenant.id))
    }
}
