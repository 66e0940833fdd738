// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// The path steps that pick items of a list: by name where it is the only one of that name, else by identifier.
struct ItemSteps {
    private var byName: [String: Int] = [:]

    init(among items: [Resource]) {
        for item in items { if let name = item.label { byName[name, default: 0] += 1 } }
    }

    /// The step for one of the items; the name of its element where it has neither.
    func step(for item: Resource) -> String {
        if let name = item.label, byName[name] == 1 { return RelPath.Step.named(name).description }
        guard let uid = item.uid, !uid.isEmpty else {
            return item.label.map { RelPath.Step.named($0).description } ?? item.name
        }
        let condition = PropertyCondition(path: PropertyPath(item.representation.profile.identity.uid), value: uid)
        return RelPath.Step.item(ItemSelector(where: [condition])).description
    }
}
#endif
