// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The shortest steps that pick the items of one collection alone: by name, else by identifier.
///
/// Names and identifiers are counted once, so that a collection of a hundred thousand items takes no longer for each.
struct ItemSteps {
    private var labels: [String: Int] = [:]
    private var uids: [String: Int] = [:]
    private var types: [LinkType: Int] = [:]
    private let count: Int

    init(_ items: [Resource]) {
        count = items.count
        for item in items {
            if let label = item.label { labels[label, default: 0] += 1 }
            if let uid = item.uid { uids[uid, default: 0] += 1 }
            if let type = item.type { types[type, default: 0] += 1 }
        }
    }

    /// The step to one of the items, and whether it leads there alone.
    func step(to item: Resource) -> (step: RelPath.Step, isExact: Bool) {
        let identity = item.representation.profile.identity
        if let label = item.label, !label.isEmpty, labels[label] == 1 { return (.named(label), true) }
        if let uid = item.uid, !uid.isEmpty {
            let condition = PropertyCondition(path: PropertyPath(identity.uid), value: uid)
            return (.item(ItemSelector(where: [condition])), uids[uid] == 1)
        }
        guard let type = item.type else { return (.item(ItemSelector(where: [])), count == 1) }
        let condition = PropertyCondition(path: PropertyPath(identity.type), value: type.rawValue)
        return (.item(ItemSelector(where: [condition])), types[type] == 1)
    }
}
