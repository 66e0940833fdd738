// SPDX-License-Identifier: Apache-2.0

/// What a lookup asks for: a host with a name and a type, or a reference; a `*` in a name stands for any characters
/// [lookup_query].
struct HierarchySearch: Sendable {
    private let root: ManagedServerRecord?
    private let reference: String?
    private let name: String?
    private let type: String?

    init(_ query: Query, in world: World) throws(Refusal) {
        reference = query["hierarchyRef"]?.lowercased()
        name = query["name"]?.lowercased()
        type = query["type"]?.lowercased()
        root = try HierarchySearch.root(query["host"], in: world)
        guard root != nil || reference != nil else { throw Refusal(400, "host or hierarchyRef is missing") }
        let types = (root.map { [$0] } ?? world.infrastructure.roots).flatMap { $0.platform?.types ?? [] }
        if let type, !types.contains(where: { $0.lowercased() == type }) {
            throw Refusal(400, "Hierarchy object type \(query["type"] ?? "") is invalid")
        }
    }

    private static func root(_ host: String?, in world: World) throws(Refusal) -> ManagedServerRecord? {
        guard let host else { return nil }
        guard let uid = UID(host), uid.resource.lowercased() == "hierarchyroot" else {
            throw Refusal(400, "host \(host) is not the UID of a hierarchy root")
        }
        guard let root = world.infrastructure.root(uid.id) else { throw Refusal.missing("hierarchy root", uid.id) }
        return root
    }

    /// The objects that fit, in the order of the infrastructure.
    func found(in world: World) -> some Sequence<HierarchyItemRecord> {
        let roots = root.map { [$0] } ?? world.infrastructure.roots
        return roots.lazy.flatMap { AnySequence(world.hierarchyItems(below: $0)) }.filter(fits)
    }

    private func fits(_ item: HierarchyItemRecord) -> Bool {
        if let type, type != item.type.lowercased() { return false }
        if let reference, reference != item.reference.lowercased() { return false }
        guard let name, name != "*" else { return true }
        return HierarchySearch.matches(item.name.lowercased(), name)
    }

    /// Whether a text fits a pattern in which `*` stands for any characters.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return text == pattern }
        guard text.hasPrefix(first) else { return false }
        var rest = text.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
