// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `EnterpriseRole`: the roles that accounts can have; they never change [get_security_roles, security_roles_id].
enum EnterpriseRoles: ResourceFamily {
    static let audience = Audience.administrators
    static let list = Address("security/roles")
    static func one(_ id: GUID) -> Address { Address("security/roles/\(id)") }

    static func register(in router: inout Router) {
        router.on(.get, "security/roles") { (call, _) throws(Refusal) in
            call.query.wantsEntity
                ? .ok(.list("EnterpriseRoles", of: "EnterpriseRole", SimulatorRole.allCases.map(entity)))
                : .ok(NamelessReference.list(SimulatorRole.allCases.map(reference)))
        }
        router.on(.get, "security/roles/*") { (call, _) throws(Refusal) in
            let id = try call.id(type: "EnterpriseRole")
            guard let role = SimulatorRole(id: id) else { throw Refusal.missing("role", id) }
            return .ok(call.query.wantsEntity ? entity(role) : reference(role).element())
        }
    }

    /// The role that a specification names.
    static func role(_ node: BodyNode) throws(Refusal) -> SimulatorRole {
        guard let id = try PortalBody(node: node).id("EnterpriseRoleUid", of: "EnterpriseRole") else {
            throw Refusal(400, "EnterpriseRoleUid is missing")
        }
        guard let role = SimulatorRole(id: id) else { throw Refusal.missing("role", id) }
        return role
    }

    static func entity(_ role: SimulatorRole) -> Element {
        let reference = reference(role)
        return Element("EnterpriseRole", reference.entityIdentity, links: [reference.alternate])
    }

    static func reference(_ role: SimulatorRole) -> NamelessReference {
        NamelessReference(type: "EnterpriseRole", name: role.rawValue, uid: role.uid, address: one(role.id))
    }
}
