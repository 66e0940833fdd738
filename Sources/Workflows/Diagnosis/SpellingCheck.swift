// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Whether relation, type or name are spelt otherwise than the server spells them.
struct SpellingCheck {
    func check(_ situation: Situation) -> Cause? {
        let selector = situation.selector
        let links = situation.resource.links
        let rels = Set(links.map(\.rel.rawValue)).sorted()
        guard rels.contains(selector.rel.rawValue) else {
            // A relation that the profile knows is a word of the language; it is hardly a slip.
            let isKnown = situation.profile.verb(for: selector.rel) != nil
            let known = isKnown ? rels : Array(Set(rels + situation.profile.verbs.keys.map(\.rawValue))).sorted()
            guard let near = Spelling.nearest(to: selector.rel.rawValue, in: known) else { return nil }
            var meant = selector
            meant.rel = Rel(near)
            return cause(
                situation,
                "There is no relation ‘\(selector.rel)’ here; ‘\(near)’ is spelt much like it.",
                seen: "It offers the relations \(rels.joined(separator: ", ")).",
                meant: meant,
                isKnown: isKnown
            )
        }
        let sameRel = links.filter { $0.rel == selector.rel }
        if let type = selector.type, type != .none, !sameRel.contains(where: { $0.type == type }) {
            return typeCause(situation, type, sameRel)
        }
        guard let name = selector.name else { return nil }
        let names = Set(sameRel.compactMap(\.name)).sorted()
        guard let near = Spelling.nearest(to: name, in: names) else { return nil }
        var meant = selector
        meant.name = near
        return cause(
            situation,
            "No link \(selector.rel) is named ‘\(name)’; ‘\(near)’ is spelt much like it.",
            seen: "The names are \(names.joined(separator: ", ")).",
            meant: meant,
            isKnown: false
        )
    }

    private func typeCause(_ situation: Situation, _ type: LinkType, _ sameRel: [Link]) -> Cause? {
        let selector = situation.selector
        let types = Set(sameRel.compactMap { $0.type?.rawValue }.filter { !$0.isEmpty }).sorted()
        var meant = selector
        if types.isEmpty, sameRel.count == 1 {
            meant.type = nil
            return cause(
                situation,
                "The link \(selector.rel) has no type here, so none may be asked for.",
                seen: "It offers \(selector.rel) without a type.",
                meant: meant,
                isKnown: false,
                certainty: .certain
            )
        }
        let isKnown = situation.profile.knows(type)
        guard let near = Spelling.nearest(to: type.rawValue, in: types) else { return nil }
        meant.type = LinkType(near)
        return cause(
            situation,
            "No link \(selector.rel) has the type ‘\(type)’; ‘\(near)’ is spelt much like it.",
            seen:
                "It offers \(LinkSelector(rel: selector.rel, type: LinkType(near))), and no \(selector.rel) of that type.",
            meant: meant,
            isKnown: isKnown
        )
    }

    private func cause(
        _ situation: Situation,
        _ sentence: String,
        seen: String,
        meant: LinkSelector,
        isKnown: Bool,
        certainty: Cause.Certainty? = nil
    ) -> Cause {
        let path = situation.sibling(meant)
        let isThere = !meant.matches(in: situation.resource).isEmpty
        let isRead = situation.profile.verb(for: meant.rel)?.isSafe ?? false
        let remedy =
            !isThere
            ? Remedy(.ask(path), "Ask for it as it is spelt.")
            : isRead ? Remedy(.look(path), "Follow that one.") : Remedy(.perform(path), "Perform that one.")
        return Cause(
            .misspelt,
            certainty ?? (isKnown ? .possible : .likely),
            sentence,
            evidence: [situation.evidence(seen)],
            remedies: [remedy]
        )
    }
}

extension Profile {
    /// Whether a type is one that some rule speaks of.
    func knows(_ type: LinkType) -> Bool {
        offers.contains { $0.type == type } || availability.contains { $0.types.contains(type) }
            || types.irregular[type] != nil
    }
}
