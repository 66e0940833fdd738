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
        let asked = "\(selector.rel)\(selector.type.map { ":\($0)" } ?? "")"
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

    /// The shortest step for each link that selects it alone among the own links of the resource.
    func candidates(_ links: [Link]) -> [Candidate] {
        links.map { link in
            let attempts = [
                LinkSelector(rel: link.rel),
                LinkSelector(rel: link.rel, type: link.type ?? LinkType.none),
                LinkSelector(rel: link.rel, type: link.type ?? LinkType.none, name: link.name),
            ]
            let unique = attempts.first { attempt in
                attempt.matches(in: resource).count == 1
                    && attempt.matches(in: resource).allSatisfy { $0.href == link.href && $0.type == link.type }
            }
            return Candidate(
                rel: link.rel.rawValue,
                type: link.type?.rawValue,
                name: link.name,
                selector: unique?.description
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
        return "This is a reference; the entity, where most actions live, is reached by \(step)."
    }

    private func spellingHint(_ links: [Link]) -> String? {
        let rels = Set(links.map(\.rel.rawValue)).sorted()
        if !rels.contains(selector.rel.rawValue) {
            return Spelling.nearest(to: selector.rel.rawValue, in: rels).map { "Did you mean the relation \($0)?" }
        }
        guard let type = selector.type else { return nil }
        let types = links.filter { $0.rel == selector.rel }.compactMap { $0.type?.rawValue }
        return Spelling.nearest(to: type.rawValue, in: types).map { "Did you mean \(selector.rel):\($0)?" }
    }

    /// The links worth showing: those of the same relation, else all.
    private func nearest(_ links: [Link]) -> [Link] {
        let sameRel = links.filter { $0.rel == selector.rel }
        return sameRel.isEmpty ? links : sameRel
    }
}
