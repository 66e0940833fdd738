// SPDX-License-Identifier: Apache-2.0

/// Counts the items of a collection by identifier and name, once, so that each candidate of an error finds a step that
/// picks it alone.
struct ItemCensus {
    private let all: [Resource]
    private let element: String?
    private var byUID: [String: Int] = [:]
    private var byName: [String: Int] = [:]

    init(of all: [Resource], element: String?) {
        self.all = all
        self.element = element
        for item in all {
            if let uid = item.uid { byUID[uid, default: 0] += 1 }
            if let name = item.label { byName[name, default: 0] += 1 }
        }
    }

    /// The step that picks this item and no other: by name, by identifier, by type, by a value of its own; nil if
    /// they are alike in all of these.
    func step(for item: Resource) -> RelPath.Step? {
        let identity = item.representation.profile.identity
        if element == nil, let name = item.label, byName[name] == 1 { return .named(name) }
        if let uid = item.uid, !uid.isEmpty, byUID[uid] == 1 {
            return pick([PropertyCondition(path: PropertyPath(identity.uid), value: uid)])
        }
        if let name = item.label, byName[name] == 1 {
            return pick([PropertyCondition(path: PropertyPath(identity.name), value: name)])
        }
        // Rare enough to try them one by one, but not on each of thousands of items.
        guard all.count <= 500 else { return nil }
        if let name = item.label, let type = item.type {
            let both = [
                PropertyCondition(path: PropertyPath(identity.name), value: name),
                PropertyCondition(path: PropertyPath(identity.type), value: type.rawValue),
            ]
            if isAlone(item, both) { return pick(both) }
        }
        for property in item.properties where !property.isSecret {
            let condition = [PropertyCondition(path: property.path, value: property.value)]
            if property.path.names.last?.lowercased() != identity.href.lowercased(), isAlone(item, condition) {
                return pick(condition)
            }
        }
        return nil
    }

    private func pick(_ conditions: [PropertyCondition]) -> RelPath.Step {
        .item(ItemSelector(element: element, where: conditions))
    }

    private func isAlone(_ item: Resource, _ conditions: [PropertyCondition]) -> Bool {
        let found = all.lazy.filter { other in conditions.allSatisfy { $0.holds(for: other) } }.prefix(2)
        return Array(found) == [item]
    }
}
