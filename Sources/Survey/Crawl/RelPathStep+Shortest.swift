// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension RelPath.Step {
    /// The shortest step that picks an item alone among others: by its name, else by its identifier.
    static func shortest(for item: Resource, among items: [Resource]) -> (step: RelPath.Step, isExact: Bool) {
        let identity = item.representation.profile.identity
        if let label = item.label, !label.isEmpty, items.count(where: { $0.label == label }) == 1 {
            return (.named(label), true)
        }
        if let uid = item.uid, !uid.isEmpty {
            let condition = PropertyCondition(path: PropertyPath(identity.uid), value: uid)
            return (.item(ItemSelector(where: [condition])), items.count(where: { $0.uid == uid }) == 1)
        }
        guard let type = item.type else { return (.item(ItemSelector(where: [])), items.count == 1) }
        let condition = PropertyCondition(path: PropertyPath(identity.type), value: type.rawValue)
        return (.item(ItemSelector(where: [condition])), items.count(where: { $0.type == type }) == 1)
    }
}
