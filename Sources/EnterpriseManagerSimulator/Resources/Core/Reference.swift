// SPDX-License-Identifier: Apache-2.0

/// What key resources have in common: an entity, a reference, and links from one to the other
/// [resource_representation_for_ke].
struct Reference: Sendable {
    let type: String
    let name: String
    let uid: UID
    let address: Address
    /// Links of the reference beside Alternate.
    let links: [OfferedLink]

    /// `EntityRef`, or `Ref` in a collection.
    func element(_ name: String = "EntityRef") -> Element {
        var links = links
        let ups = links.firstIndex { $0.rel != "Up" } ?? links.endIndex
        links.insert(OfferedLink("Alternate", type, address.entity, name: self.name), at: ups)
        return Element(
            name,
            Identity(type: type + "Reference", address: address, name: self.name, uid: uid),
            links: links
        )
    }

    /// What an entity says of itself.
    var entityIdentity: Identity { Identity(type: type, address: address.entity, name: name, uid: uid) }

    /// The link from an entity to its reference.
    var alternate: OfferedLink { OfferedLink("Alternate", type + "Reference", address, name: name) }

    /// `EntityReferences` of these.
    static func list(_ references: [Reference]) -> Element {
        .list("EntityReferences", of: "Ref", references.map { $0.element("Ref") })
    }

    /// `EntityReferences` of these, made while they are written.
    static func list(_ references: @escaping @Sendable () -> AnySequence<Reference>) -> Element {
        .list("EntityReferences", of: "Ref") { references().mapped(by: { $0.element("Ref") }) }
    }
}
