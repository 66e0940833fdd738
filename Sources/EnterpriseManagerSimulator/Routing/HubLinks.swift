// SPDX-License-Identifier: Apache-2.0

/// The links of one family in the logon session, by the block in which they stand there [logging_on].
struct HubLinks: Sendable {
    /// Lists of references, in the first block.
    var references: [OfferedLink] = []
    /// Services and lists without references.
    var services: [OfferedLink] = []
    /// Lists of entities, in the last block.
    var entities: [OfferedLink] = []
    /// Lists that the guide documents without the way to them; shown only where that is configured.
    var inferred: [OfferedLink] = []
    /// What can be done from there, behind all lists.
    var actions: [OfferedLink] = []

    /// The two links of a family of key resources, which lie at one address.
    static func keyResources(_ type: String, at address: Address) -> HubLinks {
        HubLinks(
            references: [OfferedLink("Down", type + "ReferenceList", address)],
            entities: [OfferedLink("Down", type + "List", address.entity)]
        )
    }

    /// The same for a family whose lists no page links to.
    static func inferred(_ type: String, at address: Address) -> HubLinks {
        let links = keyResources(type, at: address)
        return HubLinks(inferred: links.references + links.entities)
    }
}
