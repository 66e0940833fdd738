// SPDX-License-Identifier: Apache-2.0

/// A key resource of security: as others, but for the links between its two representations, which have no `Name`
/// [get_security_roles, security_accounts_id].
struct NamelessReference: Sendable {
    let type: String
    let name: String
    let uid: UID
    let address: Address

    /// `EntityRef`, or `Ref` in a collection.
    func element(_ element: String = "EntityRef") -> Element {
        Element(
            element,
            Identity(type: type + "Reference", address: address, name: name, uid: uid),
            links: [OfferedLink("Alternate", type, address.entity)]
        )
    }

    /// What an entity says of itself.
    var entityIdentity: Identity { Identity(type: type, address: address.entity, name: name, uid: uid) }

    /// The link from an entity to its reference.
    var alternate: OfferedLink { OfferedLink("Alternate", type + "Reference", address) }

    /// `EntityReferences` of these.
    static func list(_ references: [NamelessReference]) -> Element {
        .list("EntityReferences", of: "Ref", references.map { $0.element("Ref") })
    }
}
