// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Whether other resources than this one are known to offer the link.
struct OwnerCheck {
    func check(_ situation: Situation) -> Cause? {
        let rules = situation.profile.offers.filter { $0.answers(situation.selector) }
        guard !rules.isEmpty, !rules.contains(where: { $0.isOffered(by: situation.resource) }) else { return nil }
        var owners: [String] = []
        for owner in rules.flatMap(\.owners) where !owners.contains(owner) { owners.append(owner) }
        let shown = owners.prefix(8).joined(separator: ", ") + (owners.count > 8 ? " and \(owners.count - 8) more" : "")
        return Cause(
            .otherResource,
            .likely,
            "\(situation.selector) is offered by \(shown); a \(situation.resource.name) is not known to have it.",
            evidence: [
                situation.evidence(
                    "It is a \(situation.resource.name).",
                    property: situation.profile.identity.type,
                    value: situation.resource.type?.rawValue
                )
            ],
            source: "the links that the pages of these resources show",
            remedies: [Remedy(.look(situation.path), "See what this one offers.")]
        )
    }
}
