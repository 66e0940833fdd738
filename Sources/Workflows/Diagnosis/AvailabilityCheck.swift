// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// Holds a situation against what the profile knows of when links are there and when they work.
struct AvailabilityCheck {
    let client: HypermediaClient
    let hub: Resource

    private enum Verdict {
        case met
        case unmet([Evidence])
        case unknown
    }

    /// How many related resources are read to find the latest.
    private static let mostRead = 6

    /// The causes that rules of one effect name, in the order: kind and state, version, role, what nobody knows.
    func check(_ situation: Situation, effect: AvailabilityRule.Effect) async throws -> [Cause] {
        var found: [(rank: Int, cause: Cause)] = []
        for rule in situation.profile.availability
        where rule.effect == effect && rule.applies(to: situation.selector, of: situation.resource) {
            guard let cause = try await cause(of: rule, situation) else { continue }
            found.append((AvailabilityCheck.rank(rule.need), cause))
        }
        return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element.cause)
    }

    private static func rank(_ need: AvailabilityRule.Need) -> Int {
        switch need {
        case .property, .never: 0
        case .latest: 1
        case .version: 2
        case .role: 3
        case .undocumented: 4
        }
    }

    private func cause(of rule: AvailabilityRule, _ situation: Situation) async throws -> Cause? {
        let evidence: [Evidence]
        switch try await verdict(on: rule.need, situation) {
        case .met, .unknown: return nil
        case .unmet(let seen): evidence = seen
        }
        return Cause(
            kind(of: rule),
            certainty(of: rule),
            rule.text,
            evidence: evidence,
            source: rule.source,
            remedies: await remedies(of: rule, situation)
        )
    }

    private func kind(of rule: AvailabilityRule) -> Cause.Kind {
        switch rule.need {
        case .property(let path, _):
            // What a resource is does not change; what it is doing does.
            path.names.last?.hasSuffix("Type") == true ? .wrongKind : .state
        case .latest: .state
        case .version: .version
        case .role: .role
        case .never: .neverOffered
        case .undocumented: .undocumented
        }
    }

    private func certainty(of rule: AvailabilityRule) -> Cause.Certainty {
        switch rule.footing {
        case .documented: .certain
        case .inferred: .likely
        case .open: .possible
        }
    }

    // MARK: Looking

    private func verdict(on need: AvailabilityRule.Need, _ situation: Situation) async throws -> Verdict {
        switch need {
        case .property(let path, let values):
            guard let value = situation.resource.property(path) else { return .unknown }
            guard !AvailabilityCheck.contains(values, value) else { return .met }
            let seen = "Its \(path) is \(value); it would have to be \(AvailabilityCheck.list(values))."
            return .unmet([situation.evidence(seen, property: path.description, value: value)])
        case .latest(let rule): return try await latest(rule, situation)
        case .version(let wanted): return await version(wanted)
        case .role(let roles): return role(roles)
        case .never:
            return .unmet([situation.evidence("It offers no \(situation.selector).")])
        case .undocumented:
            return .unmet([situation.evidence("This session does not offer \(situation.selector).")])
        }
    }

    private func latest(_ rule: LatestRule, _ situation: Situation) async throws -> Verdict {
        guard let link = rule.links.lazy.compactMap({ try? $0.selectOne(in: situation.resource) }).first,
            let list = try await read(link)
        else { return .unknown }
        let path = situation.sibling(LinkSelector(rel: link.rel, type: link.type))
        guard !list.items.isEmpty else {
            if rule.mayBeNone { return .met }
            let name = Situation.name(of: list)
            return .unmet([Evidence("There is none at all.", path: path, document: name)])
        }
        // Names end in the time where they have one, so the greatest names are tried first.
        let items = list.items.sorted { ($0.label ?? "") > ($1.label ?? "") }.prefix(AvailabilityCheck.mostRead)
        var best: (order: String, resource: Resource)?
        for item in items {
            guard let resource = try await whole(item, has: rule.property) else { continue }
            let order = resource.property(rule.order) ?? ""
            if best.map({ order > $0.order }) ?? true { best = (order, resource) }
        }
        guard let best, let value = best.resource.property(rule.property) else { return .unknown }
        guard !AvailabilityCheck.contains(rule.values, value) else { return .met }
        let name = Situation.name(of: best.resource)
        let seen =
            "The latest is \(name), whose \(rule.property) is \(value); "
            + "it would have to be \(AvailabilityCheck.list(rule.values))."
        return .unmet([
            Evidence(seen, path: path, document: name, property: rule.property.description, value: value)
        ])
    }

    /// The item if it says enough itself, else what its entity says.
    private func whole(_ item: Resource, has property: PropertyPath) async throws -> Resource? {
        if item.property(property) != nil { return item }
        guard let rule = item.representation.profile.references,
            let link = item.links.first(where: { $0.rel == rule.alternate && $0.verb?.isSafe == true })
        else { return nil }
        return try await read(link)
    }

    private func version(_ wanted: String) async -> Verdict {
        let offered = await offeredVersions()
        guard let spoken = client.options.apiVersion ?? offered.last else { return .unknown }
        guard AvailabilityCheck.isEarlier(spoken, than: wanted) else { return .met }
        var seen = [Evidence("The session speaks \(spoken); it would have to be \(wanted) or later.")]
        if !offered.isEmpty {
            seen.append(Evidence("The entry point offers \(offered.joined(separator: ", "))."))
        }
        return .unmet(seen)
    }

    /// The versions that the entry point offers, the latest last.
    private func offeredVersions() async -> [String] {
        guard let item = client.profile.logon?.versionItem, let entry = try? await client.entryResource() else {
            return []
        }
        return entry.items(named: item).compactMap(\.label).sorted { AvailabilityCheck.isEarlier($0, than: $1) }
    }

    /// Whether the account has none of these roles, as far as what the session offers tells.
    private func role(_ roles: [String]) -> Verdict {
        guard let rule = client.profile.roles else { return .unknown }
        let present = rule.markers.filter { !$0.link.matches(in: hub).isEmpty }
        if present.contains(where: { AvailabilityCheck.contains(roles, $0.role) }) { return .met }
        let wanted = rule.markers.filter { AvailabilityCheck.contains(roles, $0.role) }
        guard !wanted.isEmpty else { return .unknown }
        let user = hub.property(rule.user).map { " of \($0)" } ?? ""
        return .unmet(
            wanted.map { marker in
                Evidence(
                    "The session\(user) offers no \(marker.link), which that of a \(marker.role) does.",
                    path: .here,
                    document: hub.name,
                    property: rule.user.description,
                    value: hub.property(rule.user)
                )
            }
        )
    }

    // MARK: What to do

    private func remedies(of rule: AvailabilityRule, _ situation: Situation) async -> [Remedy] {
        if let instead = rule.instead, !instead.matches(in: situation.resource).isEmpty {
            let path = situation.sibling(instead)
            let isRead = situation.profile.verb(for: instead.rel)?.isSafe ?? false
            return [Remedy(isRead ? .look(path) : .perform(path), "This one is offered here.")]
        }
        switch rule.need {
        case .property: return [Remedy(.look(situation.path), "See what it offers.")]
        case .latest(let latest):
            let link = latest.links.first { !$0.matches(in: situation.resource).isEmpty }
            return link.map { [Remedy(.look(situation.sibling($0)), "See its runs.")] } ?? []
        case .version(let wanted):
            let offered = await offeredVersions()
            guard let latest = offered.last, !AvailabilityCheck.isEarlier(latest, than: wanted) else {
                return [Remedy(.none, "It needs a newer server.")]
            }
            return [Remedy(.version(wanted), "The server offers it: log on to it.")]
        case .role(let roles):
            return [
                Remedy(.none, "Ask for the role \(AvailabilityCheck.list(roles)), or log on as somebody who has it.")
            ]
        case .never: return [Remedy(.none, "Do it where the product itself offers it, such as its console.")]
        case .undocumented: return [Remedy(.none, "Check the licence, the role of the account and what is installed.")]
        }
    }

    private func read(_ link: Link) async throws -> Resource? {
        guard link.verb?.isSafe == true else { return nil }
        do {
            return try await client.resource(of: link)
        } catch is any ActionableError {
            try Task.checkCancellation()
            return nil
        }
    }

    private static func contains(_ values: [String], _ value: String) -> Bool {
        values.contains { $0.lowercased() == value.lowercased() }
    }

    private static func list(_ values: [String]) -> String {
        guard let last = values.last, values.count > 1 else { return values.first ?? "" }
        return values.dropLast().joined(separator: ", ") + " or " + last
    }

    /// Whether one version comes before another: their numbers count, not their text.
    private static func isEarlier(_ left: String, than right: String) -> Bool {
        numbers(left).lexicographicallyPrecedes(numbers(right))
    }

    private static func numbers(_ version: String) -> [Int] {
        version.split { !$0.isNumber }.compactMap { Int($0) }
    }
}
