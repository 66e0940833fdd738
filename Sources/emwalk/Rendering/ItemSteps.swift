// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// The path steps that pick items of a list: by name where it is the only one of that name, else by identifier.
struct ItemSteps {
    private var byName: [String: Int] = [:]
    private var byIdentifier: [String: Int] = [:]

    init(among items: [Resource]) {
        for item in items {
            if let name = item.label { byName[name, default: 0] += 1 }
            if let uid = item.uid { byIdentifier[uid, default: 0] += 1 }
        }
    }

    /// The step for one of the items; the name of its element where nothing tells it apart.
    func step(for item: Resource) -> RelPath.Step {
        if let name = item.label, byName[name] == 1 { return .named(name) }
        guard let uid = item.uid, !uid.isEmpty, byIdentifier[uid] == 1 else {
            return item.label.map { .named($0) } ?? .item(ItemSelector(element: item.name, where: []))
        }
        let condition = PropertyCondition(path: PropertyPath(item.representation.profile.identity.uid), value: uid)
        return .item(ItemSelector(where: [condition]))
    }

    /// The same as it is written; the name of the element alone where nothing tells it apart.
    func text(for item: Resource) -> String {
        let step = step(for: item)
        if case .item(let selector) = step, selector.alternatives.isEmpty { return item.name }
        return step.description
    }
}
#endif
