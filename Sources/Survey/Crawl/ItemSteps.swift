// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The shortest steps that pick the items of one collection alone: by name, else by identifier.
///
/// Names, identifiers and types are counted once, so that a collection of a hundred thousand items takes no longer for
/// each; by their hashes, so that it takes little memory. Two that share a hash count as the same, which makes a step
/// longer than it need be and never wrong.
struct ItemSteps {
    private var labels: [Int: Int] = [:]
    private var uids: [Int: Int] = [:]
    private var types: [Int: Int] = [:]
    private var count = 0

    /// The steps to items that are counted one by one.
    init() {}

    /// Counts one more item.
    mutating func count(label: String?, uid: String?, type: String?) {
        count += 1
        if let label { labels[label.hashValue, default: 0] += 1 }
        if let uid { uids[uid.hashValue, default: 0] += 1 }
        if let type { types[LinkType(type).hashValue, default: 0] += 1 }
    }

    init(_ items: [Resource]) {
        count = items.count
        for item in items {
            if let label = item.label { labels[label.hashValue, default: 0] += 1 }
        }
        // Only what no name tells apart is told by something else.
        guard labels.count < items.count || labels["".hashValue] != nil else { return }
        for item in items {
            if let uid = item.uid { uids[uid.hashValue, default: 0] += 1 }
            if let type = item.type { types[type.hashValue, default: 0] += 1 }
        }
    }

    /// The step to one of the items, and whether it leads there alone.
    func step(to item: ResourceContents) -> (step: RelPath.Step, isExact: Bool) {
        step(to: item.resource, label: item.label, uid: item.uid, type: item.type)
    }

    /// The step to one of the items, and whether it leads there alone.
    func step(to item: Resource) -> (step: RelPath.Step, isExact: Bool) {
        step(to: item, label: item.label, uid: item.uid, type: item.type?.rawValue)
    }

    private func step(
        to item: Resource,
        label: String?,
        uid: String?,
        type: String?
    ) -> (step: RelPath.Step, isExact: Bool) {
        let identity = item.representation.profile.identity
        if let label, !label.isEmpty, labels[label.hashValue] == 1 { return (.named(label), true) }
        if let uid, !uid.isEmpty {
            let condition = PropertyCondition(path: PropertyPath(identity.uid), value: uid)
            return (.item(ItemSelector(where: [condition])), uids[uid.hashValue] == 1)
        }
        guard let type else { return (.item(ItemSelector(where: [])), count == 1) }
        let condition = PropertyCondition(path: PropertyPath(identity.type), value: type)
        return (.item(ItemSelector(where: [condition])), types[LinkType(type).hashValue] == 1)
    }
}
