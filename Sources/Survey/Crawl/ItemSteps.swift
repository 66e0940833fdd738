// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The shortest steps that pick the items of one collection alone: by name, else by identifier.
///
/// Names, identifiers and types are counted once, so that a collection of a hundred thousand items takes no longer for
/// each; by their hashes, so that it takes little memory. Two that share a hash count as the same, which makes a step
/// longer than it need be and never wrong.
struct ItemSteps {
    private var labels = HashTally()
    private var uids = HashTally()
    private var types: [LinkType: Int] = [:]
    private var count = 0

    /// The steps to items that are counted one by one.
    init() {}

    /// Counts one more item.
    mutating func count(label: String?, uid: String?, type: LinkType?) {
        count += 1
        if let label { labels.add(label) }
        if let uid { uids.add(uid) }
        if let type { types[type, default: 0] += 1 }
    }

    /// Says that there are no more items; no step is asked for before.
    mutating func settle() {
        labels.settle()
        uids.settle()
    }

    init(_ items: [Resource]) {
        for item in items { count(label: item.label, uid: item.uid, type: item.type) }
        settle()
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
        if let label, !label.isEmpty, labels.isSingle(label) { return (.named(label), true) }
        if let uid, !uid.isEmpty {
            let condition = PropertyCondition(path: PropertyPath(identity.uid), value: uid)
            return (.item(ItemSelector(where: [condition])), uids.isSingle(uid))
        }
        guard let type else { return (.item(ItemSelector(where: [])), count == 1) }
        let condition = PropertyCondition(path: PropertyPath(identity.type), value: type)
        return (.item(ItemSelector(where: [condition])), types[LinkType(type)] == 1)
    }
}
