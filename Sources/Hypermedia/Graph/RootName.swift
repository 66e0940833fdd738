// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// Finds the name of a root that has none, as that of a JSON document.
///
/// In this order: the resource's own type, where that allows several roots with a look at the link; members that only one root has, the one collection that is its whole
/// content (believed over the link, which may promise a single resource and answer with a list of one), the type of
/// the link that led here.
struct RootName {
    let store: NodeStore
    let profile: Profile
    let vocabulary: ResolvedVocabulary
    let expected: LinkType?
    var preceding: PrecedingPassages?

    /// The name; empty if nothing tells it.
    func find() -> String {
        let name = store.name(.root)
        guard name.isEmpty else { return name }
        let root = RawNode(store: store, id: .root, vocabulary: vocabulary)
        let promised = expected.map(profile.types.elements) ?? []
        if let type = root.value(of: vocabulary.type) ?? preceding?.type, !type.isEmpty {
            let allowed = profile.types.elements(for: LinkType(type))
            return promised.first(where: allowed.contains) ?? allowed.first ?? type
        }
        if let signature = profile.types.signatures.first(where: fits) { return signature.root }
        guard let collection else { return promised.first ?? "" }
        let whole = profile.types.collectionRoot(ofItems: collection)
        if let promise = promised.first(where: { $0.lowercased() == whole.name.lowercased() }) { return promise }
        guard let first = promised.first, !whole.isKnown else { return whole.name }
        // `{"Jobs": […]}` after a link that promises a Job is a list of jobs; after one that promises a list whose items
        // have another name, it is that list.
        return whole.name.lowercased().hasPrefix(first.lowercased()) ? whole.name : first
    }

    private func fits(_ signature: RootSignature) -> Bool {
        signature.members.allSatisfy { member in
            if preceding?.members[member.lowercased()] != nil { return true }
            guard let symbol = store.folded(member) else { return false }
            return store.children(.root).contains { store.folded(store.symbol($0)) == symbol }
        }
    }

    /// The key of the one array that is all the document has beside its own links; null members do not count.
    private var collection: String? {
        var found: String?
        // Those of the passages before count, too.
        var others = preceding?.members ?? [:]
        for container in profile.links.containers { others[container.lowercased()] = nil }
        for child in store.children(.root) {
            let symbol = store.folded(store.symbol(child))
            if store.kind(child) == .null || vocabulary.containers.contains(symbol) { continue }
            guard store.kind(child) == .array, found == nil else { return nil }
            found = store.name(child)
            others[store.name(child).lowercased()] = nil
        }
        guard let last = others.first else { return found }
        return found == nil && others.count == 1 && last.value == .array ? last.key : nil
    }
}
