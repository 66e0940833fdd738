// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The rounds of a step that is taken once for each of several items.
struct Rounds: Sendable {
    var items: [RunItem]
    /// Which logon session the items belong to.
    var generation: Int
    var index = 0
    /// What the rounds brought so far.
    var gathered: [Resource] = []
    /// What the latest round brought.
    var latest: RunMemory.StepRecord?
    /// Whether each round begins at what the one before it brought.
    var isWalk = false

    /// Where the round at hand begins; nil for where the step does.
    var origin: Resource? { isWalk ? latest?.item : nil }

    /// The item of the round at hand; nil after the last.
    var item: RunItem? { index < items.count ? items[index] : nil }

    /// What tells the round at hand apart from the others, in a later session as well; nil after the last.
    var name: String? {
        guard let item else { return nil }
        let name = item.name ?? ""
        let others = items.indices.filter { items[$0].name == item.name }
        return others.count == 1 && !name.isEmpty ? name : "\(name)#\(index)"
    }
}
