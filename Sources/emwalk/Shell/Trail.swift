// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// How one got to the current resource: from the hub, step by step, with every resource on the way.
struct Trail: Sendable {
    /// One step and what it led to.
    struct Hop: Sendable {
        let step: RelPath.Step
        let resource: Resource
    }

    var hub: Resource
    var hops: [Hop] = []

    /// Where one is.
    var resource: Resource { hops.last?.resource ?? hub }

    /// The way from the hub.
    var path: RelPath { RelPath(steps: hops.map(\.step)) }

    /// Every resource on the way, the nearest first.
    var resources: [Resource] { hops.reversed().map(\.resource) + [hub] }

    /// The way with another step.
    func going(_ step: RelPath.Step, to resource: Resource) -> Trail {
        var trail = self
        trail.hops.append(Hop(step: step, resource: resource))
        return trail
    }

    /// The way without its last step.
    var shortened: Trail {
        var trail = self
        if !trail.hops.isEmpty { trail.hops.removeLast() }
        return trail
    }

    /// The way to a resource that it passes already; nil if it does not.
    func back(to resource: Resource) -> Trail? {
        guard let href = resource.href else { return nil }
        let index = hops.lastIndex { $0.resource.href?.leads(toSameTargetAs: href) == true && !$0.resource.isReference }
        guard let index else { return hub.href?.leads(toSameTargetAs: href) == true ? Trail(hub: hub) : nil }
        return Trail(hub: hub, hops: Array(hops[...index]))
    }

    /// Name and type, for a prompt.
    var title: (name: String, type: String)? {
        guard !hops.isEmpty else { return nil }
        let resource = resource
        let type = resource.type?.rawValue ?? resource.name
        return (PlainText.oneLine(resource.label ?? ""), PlainText.oneLine(type))
    }
}
#endif
