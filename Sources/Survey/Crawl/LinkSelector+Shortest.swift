// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension LinkSelector {
    /// The shortest selector that finds a link alone among the own links of its owner; the longest if none does.
    static func shortest(for link: Link) -> (selector: LinkSelector, isExact: Bool) {
        let type = link.type ?? LinkType.none
        var selector = LinkSelector(rel: link.rel, type: type, name: link.name)
        // The type always stands there: it makes a path readable, and a link that comes later cannot make it ambiguous.
        for attempt in [LinkSelector(rel: link.rel, type: type), selector] {
            let found = attempt.matches(in: link.owner)
            if found.count == 1, found.first?.href == link.href { return (attempt, true) }
        }
        if link.name == nil { selector = LinkSelector(rel: link.rel, type: type) }
        return (selector, false)
    }
}
