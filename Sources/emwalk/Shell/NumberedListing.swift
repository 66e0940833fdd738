// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What a resource offers, numbered: its links, then its items.
///
/// The numbers are those of the document, so that they stay the same however little of it is shown.
struct NumberedListing: Sendable {
    /// Something that one can go to.
    enum Target: Sendable {
        case link(Link)
        case item(Resource)
    }

    /// A numbered line.
    struct Entry: Sendable {
        let number: Int
        /// The step that leads there.
        let step: RelPath.Step
        let target: Target

        /// What people may call it: type and name.
        var names: [String] {
            switch target {
            case .link(let link): [link.type?.rawValue, link.name].compactMap(\.self).filter { !$0.isEmpty }
            case .item(let item): [item.label].compactMap(\.self)
            }
        }
    }

    let resource: Resource
    let entries: [Entry]

    var links: [Entry] { entries.filter { if case .link = $0.target { true } else { false } } }
    var items: [Entry] { entries.filter { if case .item = $0.target { true } else { false } } }

    init(of resource: Resource) {
        self.resource = resource
        let links = resource.links
        let items = resource.items
        let labels = Dictionary(items.compactMap(\.label).map { ($0, 1) }) { $0 + $1 }
        let uids = Dictionary(items.compactMap(\.uid).map { ($0, 1) }) { $0 + $1 }
        var entries: [Entry] = []
        for link in links {
            entries.append(
                Entry(
                    number: entries.count + 1,
                    step: NumberedListing.step(to: link, of: resource),
                    target: .link(link)
                )
            )
        }
        for item in items {
            let step: RelPath.Step
            if let label = item.label, labels[label] == 1 {
                step = .named(label)
            } else if let uid = item.uid, uids[uid] == 1 {
                let identity = item.representation.profile.identity
                step = .item(
                    ItemSelector(where: [PropertyCondition(path: PropertyPath(identity.uid), value: uid)])
                )
            } else {
                step = item.label.map { .named($0) } ?? .item(ItemSelector(element: item.name, where: []))
            }
            entries.append(Entry(number: entries.count + 1, step: step, target: .item(item)))
        }
        self.entries = entries
    }

    /// A short step that finds this link and no other; the most that can be said of it if there is none.
    private static func step(to link: Link, of resource: Resource) -> RelPath.Step {
        // With its type even where there is only one such link now: a path is kept, and servers grow.
        let isTyped = link.type != nil && link.type != LinkType.none
        let full = LinkSelector(rel: link.rel, type: link.type ?? LinkType.none, name: link.name)
        let selectors = [
            LinkSelector(rel: link.rel, type: isTyped ? link.type : nil),
            LinkSelector(rel: link.rel, type: link.type ?? LinkType.none),
        ]
        return .follow(selectors.first { $0.matches(in: resource).count == 1 } ?? full)
    }
}
#endif
