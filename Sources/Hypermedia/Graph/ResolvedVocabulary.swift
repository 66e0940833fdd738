// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// The names that a profile gives to links and identity, looked up once in the symbols of one document.
struct ResolvedVocabulary: Sendable {
    let containers: [Symbol]
    let linkElement: Symbol?
    let href: Symbol?
    let type: Symbol?
    let name: Symbol?
    let uid: Symbol?
    let textMember: Symbol?
    /// Names of values that are secrets.
    let secrets: [Symbol]

    init(profile: Profile, store: NodeStore) {
        containers = profile.links.containers.compactMap { store.folded($0) }
        linkElement = profile.links.element.isEmpty ? nil : store.folded(profile.links.element)
        href = store.folded(profile.identity.href)
        type = store.folded(profile.identity.type)
        name = store.folded(profile.identity.name)
        uid = store.folded(profile.identity.uid)
        textMember = store.folded(profile.jsonTextMember)
        secrets = profile.secretProperties.compactMap { store.folded($0) }
    }
}
