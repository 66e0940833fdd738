// SPDX-License-Identifier: Apache-2.0

/// Says why a selector did not find its link, with what was there and what would work.
struct LinkExplanation {
    let selector: LinkSelector
    let resource: Resource

    init(_ selector: LinkSelector, in resource: Resource) {
        self.selector = selector
        self.resource = resource
    }

    func missing() -> HypermediaError {
        let links = resource.links
        let asked = "\(selector.rel)" + (selector.type.map { $0 == .none ? " without a type" : ":\($0)" } ?? "")
        var hints: [String] = []
        if let hint = referenceHint { hints.append(hint) }
        if let hint = spellingHint(links) { hints.append(hint) }
        if links.isEmpty { hints.append("It offers no links at all.") }
        return HypermediaError(
            .linkMissing,
            "\(subject) offers no link \(asked)\(selector.name.map { " named ‘\($0)’" } ?? "").",
            hint: hints.isEmpty ? nil : hints.joined(separator: " "),
            candidates: candidates(nearest(links))
        )
    }

    func ambiguous(_ links: [Link]) -> HypermediaError {
        let listed = candidates(links)
        let hint: String
        if listed.allSatisfy({ $0.selector == nil }) {
            hint = "They differ in nothing but their href, so no selector can tell them apart."
        } else {
            hint = "Add what tells the one you mean apart, as in the selectors listed."
        }
        return HypermediaError(
            .linkAmbiguous,
            "\(subject) offers \(links.count) links \(selector), and one was meant.",
            hint: hint,
            candidates: listed
        )
    }

    /// How many candidates an error shows.
    static let mostCandidates = 50

    /// The shortest step for each link that selects it alone among the own links of the resource.
    func candidates(_ links: [Link]) -> [Candidate] {
        let counted = LinkCensus(of: resource)
        return links.prefix(LinkExplanation.mostCandidates).map { link in
            Candidate(
                rel: link.rel.rawValue,
                type: link.type?.rawValue,
                name: link.name,
                selector: counted.selector(for: link)?.description
            )
        }
    }

    private var subject: String {
        let name = resource.name.isEmpty ? "The document" : resource.name
        let type = resource.type.map { $0.rawValue == name ? "" : " (\($0))" } ?? ""
        return "\(name)\(type)\(resource.label.map { " ‘\($0)’" } ?? "")"
    }

    private var referenceHint: String? {
        guard let rule = resource.representation.profile.references, resource.isReference else { return nil }
        let alternates = resource.links.filter { $0.rel == rule.alternate }
        guard let alternate = alternates.first, alternates.count == 1 else { return nil }
        let step = LinkSelector(rel: alternate.rel, type: alternate.type)
        // Whoever asked for that very link is not helped by it.
        guard selector.rel != rule.alternate else { return nil }
        return "This is a reference; the entity, where most actions live, is reached by \(step)."
    }

    /// The types by which hints of the profile name untyped links of this owner.
    private var aliases: [String] {
        resource.representation.profile.hints.filter {
            $0.rel == selector.rel && $0.owner.lowercased() == resource.name.lowercased()
        }.map(\.alias.rawValue)
    }

    private func spellingHint(_ links: [Link]) -> String? {
        let rels = Set(links.map(\.rel.rawValue)).sorted()
        if !rels.contains(selector.rel.rawValue) {
            return Spelling.nearest(to: selector.rel.rawValue, in: rels).map { "Did you mean the relation \($0)?" }
        }
        guard let type = selector.type else { return nil }
        let sameRel = links.filter { $0.rel == selector.rel }
        let types = Set(sameRel.compactMap { $0.type?.rawValue }).union(aliases).sorted()
        if !types.contains(type.rawValue), let near = Spelling.nearest(to: type.rawValue, in: types) {
            return "Did you mean \(LinkSelector(rel: selector.rel, type: LinkType(near)))?"
        }
        guard let name = selector.name else { return nil }
        let names = sameRel.filter { $0.type == type || type == .none && $0.type == nil }.compactMap(\.name)
        return Spelling.nearest(to: name, in: Set(names).sorted()).map { "Did you mean ‘\($0)’?" }
    }

    /// The links worth showing: those of the same relation, else all.
    private func nearest(_ links: [Link]) -> [Link] {
        let sameRel = links.filter { $0.rel == selector.rel }
        return sameRel.isEmpty ? links : sameRel
    }
}
