// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// Walks as people ask for it: by number, name, relation, type, or a path of these.
struct Navigator: Sendable {
    let desk: ShellDesk
    /// Whether a reference on the way stands for what it refers to.
    var passesReferences = true
    /// Whether a reference at the end stands for what it refers to: for those who want to read it.
    var entersReferences = false

    private var client: HypermediaClient { desk.session.client }

    /// Where a text leads; its last step is left alone, whatever it is.
    func route(_ text: String) async throws -> Route {
        if text.isEmpty {
            let trail = try await fresh()
            return Route(path: .here, start: trail.resource, base: trail.path)
        }
        var (trail, rest) = begin(text)
        if let (owner, entry) = try entry(rest, at: trail) {
            if entersReferences, case .item(let item) = entry.target, item.isReference {
                let entity = try await entity(owner.going(entry.step, to: item))
                return Route(path: .here, start: entity.resource, base: entity.path)
            }
            return Route(path: RelPath(steps: [entry.step]), start: owner.resource, base: owner.path)
        }
        let steps = try RelPath(rest).steps
        for step in steps.dropLast() { (trail, _) = try await take(step, from: trail, guesses: false) }
        guard let last = steps.last else { return Route(path: .here, start: trail.resource, base: trail.path) }
        let (owner, step) = try await meant(last, at: trail, guesses: false)
        return Route(path: RelPath(steps: [step]), start: owner.resource, base: owner.path)
    }

    /// The way to where a text leads.
    func trail(to text: String) async throws -> Trail {
        var (trail, rest) = begin(text)
        if rest.isEmpty { return trail }
        if let (owner, entry) = try entry(rest, at: trail) {
            return try await self.trail(along: entry, from: owner)
        }
        var isName = false
        let steps = try RelPath(rest).steps
        if let (owner, entry) = try guessed(steps, rest, at: trail) {
            return try await self.trail(along: entry, from: owner)
        }
        for step in steps {
            let (next, taken) = try await take(step, from: trail, guesses: true)
            isName = taken != step
            trail = next
        }
        return isName ? try await entity(trail) : trail
    }

    /// The way to where one is, read anew if something was written since.
    func fresh() async throws -> Trail {
        let state = desk.state
        return state.isStale ? try await refresh() : state.trail
    }

    /// Reads the current resource anew.
    func refresh() async throws -> Trail {
        let old = desk.state.trail
        let trail = try await reread(old)
        desk.change { $0.stand(at: trail) }
        return trail
    }

    private func reread(_ old: Trail) async throws -> Trail {
        let index = old.hops.lastIndex { if case .follow = $0.step { true } else { false } }
        guard let index else { return Trail(hub: await client.hub ?? old.hub, hops: old.hops) }
        var trail = Trail(hub: old.hub, hops: Array(old.hops[..<index]))
        let document = old.hops[index]
        // The link to itself is surer than the way that led here.
        if let own = document.resource.selfLink {
            trail = trail.going(document.step, to: try await client.resource(of: own))
        } else {
            trail = try await go(document.step, from: trail)
        }
        for hop in old.hops[(index + 1)...] { trail = try await go(hop.step, from: trail) }
        return trail
    }

    /// Where a text begins: at the hub, further up, or here.
    private func begin(_ text: String) -> (Trail, String) {
        var trail = desk.state.trail
        var rest = text[...]
        if rest.hasPrefix("/") {
            trail = Trail(hub: trail.hub)
            rest.removeFirst()
        }
        while rest == ".." || rest.hasPrefix("../") {
            trail = trail.shortened
            rest = rest.dropFirst(rest == ".." ? 2 : 3)
        }
        return (trail, rest == "." ? "" : String(rest))
    }

    /// What a whole text stands for; numbers are about the list that was shown last, and so are names that are only
    /// there.
    private func entry(_ text: String, at trail: Trail) throws -> (Trail, NumberedListing.Entry)? {
        let listed = desk.state.listed
        if Int(text) != nil { return try Finder(listed.listing).entry(text).map { (listed.trail, $0) } }
        if let found = try Finder(listing(at: trail)).entry(text) { return (trail, found) }
        // What is known to be a relation here is a path that is not complete, whatever else is called so.
        if trail.resource.links.contains(where: { $0.rel.rawValue == text }) { return nil }
        return try Finder(listed.listing).entry(text).map { (listed.trail, $0) }
    }

    /// What there is somewhere; numbered only if that is the list that was shown last.
    private func listing(at trail: Trail) -> NumberedListing {
        let listed = desk.state.listed
        return listed.listing.resource == trail.resource
            ? listed.listing : NumberedListing(of: trail.resource).unseen
    }

    private func trail(along entry: NumberedListing.Entry, from owner: Trail) async throws -> Trail {
        switch entry.target {
        case .link(let link): try await follow(link, by: entry.step, number: entry.number, from: owner)
        case .item(let item): try await entity(owner.going(entry.step, to: item))
        }
    }

    /// What a word alone is the beginning of, if that is one thing only; nil if it is a step as it stands.
    ///
    /// - Throws: ``CommandError`` if nothing here is called so: there is more to say than that it is no relation.
    private func guessed(
        _ steps: [RelPath.Step],
        _ word: String,
        at trail: Trail
    ) throws -> (Trail, NumberedListing.Entry)? {
        guard steps.count == 1, case .follow(let selector) = steps[0], selector == LinkSelector(rel: selector.rel),
            selector.rel != .itself, selector.matches(in: trail.resource).isEmpty
        else { return nil }
        if trail.resource.isReference, passesReferences { return nil }
        let listed = desk.state.listed
        let listings = [(trail, listing(at: trail)), (listed.trail, listed.listing)]
        for (owner, listing) in listings {
            let begun = listing.entries.filter { entry in
                entry.names.contains { $0.lowercased().hasPrefix(word.lowercased()) }
            }
            if let only = begun.first, begun.count == 1 { return (owner, only) }
        }
        let names = listings.flatMap(\.1.entries).flatMap(\.names)
        let similar = names.filter { $0.lowercased().contains(word.lowercased()) }
        let near = similar.isEmpty ? Spelling.nearest(to: word, in: names).map { [$0] } ?? [] : similar
        var known: Set<String> = []
        let shown = near.filter { known.insert($0).inserted }.prefix(5).map { "‘\($0)’" }
        throw CommandError(
            "link-missing",
            "Nothing here is called ‘\(word)’.",
            hint: (shown.isEmpty ? "" : "Did you mean \(shown.joined(separator: ", "))? ")
                + "‘ls’ shows what is here; ‘find \(ShellWord.quote(word))’ looks for whatever is about it."
        )
    }

    /// Takes a step as it was meant; returns where it led and what it was.
    private func take(
        _ step: RelPath.Step,
        from trail: Trail,
        guesses: Bool
    ) async throws -> (Trail, RelPath.Step) {
        let (owner, meant) = try await meant(step, at: trail, guesses: guesses)
        return (try await go(meant, from: owner), meant)
    }

    /// A step as it was meant, and whose it is: where a reference does not have it, that of what it refers to.
    private func meant(
        _ step: RelPath.Step,
        at trail: Trail,
        guesses: Bool
    ) async throws -> (Trail, RelPath.Step) {
        let found = try Finder(listing(at: trail), guesses: guesses).refine(step)
        guard passesReferences, trail.resource.isReference, case .follow(let selector) = found,
            selector.matches(in: trail.resource).isEmpty
        else { return (trail, found) }
        let entity = try await entity(trail)
        return (entity, try Finder(listing(at: entity), guesses: guesses).refine(step))
    }

    /// The way on to what a reference refers to.
    private func entity(_ trail: Trail) async throws -> Trail {
        guard trail.resource.isReference, let rule = client.profile.references else { return trail }
        let listing = NumberedListing(of: trail.resource)
        let alternates = listing.links.filter { $0.link?.rel == rule.alternate }
        guard let only = alternates.first, alternates.count == 1 else { return trail }
        return try await go(only.step, from: trail)
    }

    private func go(_ step: RelPath.Step, from trail: Trail) async throws -> Trail {
        let path = RelPath(steps: [step])
        return try await Explainable.about(trail.path.then(path)) {
            trail.going(step, to: try await client.walk(path, from: trail.resource))
        }
    }

    private func follow(_ link: Link, by step: RelPath.Step, number: Int?, from trail: Trail) async throws -> Trail {
        guard let verb = link.verb, verb.isSafe else {
            let way = number.map(String.init) ?? ShellWord.quote(step.description)
            throw CommandError(
                "write-in-path",
                "\(step) is a \(link.verb?.rawValue ?? "link without a known method"), so one cannot go there.",
                hint: "See what it takes: form \(way). Perform it: do \(way)"
            )
        }
        return try await Explainable.about(trail.path.then(RelPath(steps: [step]))) {
            trail.going(step, to: try await client.resource(of: link))
        }
    }

    // MARK: Up

    /// The way up: over the Up link; where there is none, the way that one came.
    ///
    /// - Parameter which: tells several apart: by number, type or name.
    func up(_ which: String?) async throws -> Trail {
        let trail = try await fresh()
        let links = NumberedListing(of: trail.resource).links.filter { $0.link?.rel == "Up" }
        if links.isEmpty, which == nil {
            guard !trail.hops.isEmpty else {
                throw CommandError("link-missing", "This is the top.", hint: "‘ls’ shows where one can go.")
            }
            return trail.shortened
        }
        let chosen = links.filter { entry in
            guard let which, let link = entry.link else { return which == nil }
            return [entry.number.map(String.init), link.type?.rawValue, link.name].contains {
                $0?.lowercased() == which.lowercased()
            }
        }
        guard let entry = chosen.first, chosen.count == 1, let link = entry.link else {
            let listed = links.map { "\($0.number ?? 0)  \($0.step)" }.joined(separator: "\n  ")
            throw CommandError(
                links.isEmpty ? "link-missing" : "link-ambiguous",
                links.isEmpty ? "There is no Up link here." : "There are \(links.count) ways up:\n  \(listed)",
                hint: links.first.map {
                    "Use the number, such as ‘up \($0.number ?? 0)’; ‘back’ is where you came from."
                }
                    ?? "‘back’ is where you came from."
            )
        }
        let next = try await entity(try await follow(link, by: entry.step, number: entry.number, from: trail))
        return trail.back(to: next.resource) ?? next
    }
}
#endif
