// SPDX-License-Identifier: Apache-2.0

/// `HierarchyScopeItem`: an object that is to be added to a restore scope [post_security_accounts_id_scopes].
struct HierarchyScopeItem: Sendable {
    let reference: HierarchyReference
    let name: String

    /// The scope that it becomes; its machines are looked up later.
    func record(_ id: GUID) -> ScopeRecord { ScopeRecord(id: id, reference: reference, name: name) }

    /// The items of a list; an item without a reference says nothing, as in the example of
    /// [post_security_accounts].
    static func items(in list: BodyNode?) throws(Refusal) -> [HierarchyScopeItem] {
        var items: [HierarchyScopeItem] = []
        for node in list?.children ?? [] {
            let body = PortalBody(node: node)
            guard let text = body.text("HierarchyObjRef") else { continue }
            guard let reference = HierarchyReference(text) else {
                throw Refusal(400, "\(text) is not a hierarchy object reference")
            }
            items.append(HierarchyScopeItem(reference: reference, name: body.text("ObjectName") ?? reference.object))
        }
        return items
    }
}
