// SPDX-License-Identifier: Apache-2.0

@testable import EnterpriseManagerSimulator

/// Checks that links which belong together lead back.
struct RoundTrips {
    private let visits: [String: Visit]
    private(set) var findings: Set<JudgeFinding> = []
    /// How many were gone.
    private(set) var count = 0

    init(_ visits: [String: Visit]) {
        self.visits = visits
        for visit in visits.values {
            alternate(visit)
            down(visit)
        }
    }

    /// What is an alternate of something has that as its alternate.
    private mutating func alternate(_ visit: Visit) {
        for link in visit.page.links where link.rel == "Alternate" {
            guard let other = visits[LockstepCrawl.path(link.href)] else { continue }
            count += 1
            let back = other.page.links.filter { $0.rel == "Alternate" }
                .map { LockstepCrawl.path($0.href).lowercased() }
            if !back.contains(visit.path.lowercased()) {
                findings.insert(
                    JudgeFinding("alternate", visit.path, "\(PathTemplate.generalized(other.path)) does not lead back")
                )
            }
        }
    }

    /// What a resource lists leads up to it, where it leads up to something of its kind.
    private mutating func down(_ visit: Visit) {
        guard let own = visit.page["Type"], let uid = visit.page["UID"] else { return }
        for link in visit.page.links where link.rel == "Down" {
            guard let list = visits[LockstepCrawl.path(link.href)] else { continue }
            for item in list.page.node.children {
                let up = Page.links(of: item)
                    .filter { $0.rel == "Up" && [own, own + "Reference"].contains($0.type ?? "") }
                guard !up.isEmpty else { continue }
                count += 1
                let targets = up.compactMap { visits[LockstepCrawl.path($0.href)]?.page["UID"] }
                if !targets.contains(uid) {
                    findings.insert(
                        JudgeFinding("up", list.path, "a \(item.name) does not lead up to its \(own)")
                    )
                }
            }
        }
    }
}
