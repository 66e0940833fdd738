// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What a resource offers: its links, then its items, numbered as they are shown.
struct NumberedListing: Sendable {
    /// Something that one can go to.
    enum Target: Sendable {
        case link(Link)
        case item(Resource)
    }

    /// A line.
    struct Entry: Sendable {
        /// Its number in what was shown; nil if it was not.
        let number: Int?
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

        var link: Link? { if case .link(let link) = target { link } else { nil } }
        var item: Resource? { if case .item(let item) = target { item } else { nil } }
    }

    let resource: Resource
    /// Everything there is, what has a number first.
    let entries: [Entry]

    var links: [Entry] { entries.filter { $0.link != nil } }
    var items: [Entry] { entries.filter { $0.item != nil } }
    /// What was shown.
    var shown: [Entry] { entries.filter { $0.number != nil } }

    /// Everything that a resource offers, in the order of the document.
    init(of resource: Resource) { self.init(of: ResourcePages(resource)) }

    /// Everything that a resource and further pages of it offer.
    init(of pages: ResourcePages) {
        let links = pages.resource.links.map { link in
            (step: NumberedListing.step(to: link, of: pages.resource), target: Target.link(link))
        }
        let steps = ItemSteps(among: pages.items)
        let items = pages.items.map { (step: steps.step(for: $0), target: Target.item($0)) }
        self.init(pages.resource, (links + items).map { Entry(number: nil, step: $0.step, target: $0.target) }) { _ in
            true
        }
    }

    /// Numbers from 1 for what fits; the rest comes behind it without one.
    private init(_ resource: Resource, _ entries: [Entry], _ isShown: (Entry) -> Bool) {
        self.resource = resource
        var shown: [Entry] = []
        var rest: [Entry] = []
        for entry in entries {
            if isShown(entry) {
                shown.append(Entry(number: shown.count + 1, step: entry.step, target: entry.target))
            } else {
                rest.append(Entry(number: nil, step: entry.step, target: entry.target))
            }
        }
        self.entries = shown + rest
    }

    /// The same where only some of it is shown, numbered from 1; whoever knows the name of the rest still gets there.
    func showing(_ isShown: (Entry) -> Bool) -> NumberedListing { NumberedListing(resource, entries, isShown) }

    /// The same without numbers: nobody has seen it.
    var unseen: NumberedListing { showing { _ in false } }

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
