// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Where a shell is, where it was, and what it was told to keep.
struct ShellState: Sendable {
    /// Where one is.
    private(set) var trail: Trail
    /// Where one was, the latest last.
    private(set) var past: [Trail] = []
    /// The list that numbers are about: the last one that was shown here, else that of the current resource.
    private(set) var listed: (trail: Trail, listing: NumberedListing)
    /// Whether something was written since the current resource was read.
    var isStale = false
    var settings = ShellSettings()
    var bookmarks: [String: RelPath] = [:]
    /// Names of items that were seen, for completion.
    private(set) var names: Set<String> = []

    private static let longestPast = 200
    private static let mostNames = 5000

    init(hub: Resource) {
        trail = Trail(hub: hub)
        listed = (trail, NumberedListing(of: hub))
        learn(listed.listing)
    }

    /// Goes somewhere; the way back is kept.
    mutating func go(to next: Trail) {
        past.append(trail)
        if past.count > ShellState.longestPast { past.removeFirst() }
        stand(at: next)
    }

    /// Goes back to where one was; false if that is nowhere.
    mutating func goBack() -> Bool {
        guard let last = past.popLast() else { return false }
        stand(at: last)
        return true
    }

    /// Is at the same place, read anew.
    mutating func stand(at trail: Trail) {
        self.trail = trail
        isStale = false
        list(NumberedListing(of: trail.resource), of: trail)
    }

    /// Begins everything at the session of now: the one before may have ended, and its own links with it.
    mutating func begin(at hub: Resource) {
        guard hub != trail.hub else { return }
        let isListed = listed.listing.resource == trail.hub
        trail.hub = hub
        for index in past.indices { past[index].hub = hub }
        listed.trail.hub = hub
        if isListed { listed.listing = NumberedListing(of: hub) }
    }

    /// Numbers are about this list from now on.
    mutating func list(_ listing: NumberedListing, of trail: Trail) {
        listed = (trail, listing)
        learn(listing)
    }

    /// Knows names that a workflow told.
    mutating func learn(_ words: [String]) {
        for word in words where names.count < ShellState.mostNames { names.insert(word) }
    }

    private mutating func learn(_ listing: NumberedListing) {
        learn(listing.items.compactMap(\.item?.label))
    }

    /// What a workflow's input of this name would be here: the resource of that type on the way, the nearest first.
    func value(for input: String) -> (name: String, value: String)? {
        for resource in trail.resources {
            guard let type = resource.type?.rawValue else { continue }
            let suffix = resource.representation.profile.references?.suffix ?? ""
            let plain = type.hasSuffix(suffix) ? String(type.dropLast(suffix.count)) : type
            guard plain.lowercased() == input.lowercased(), let label = resource.label else { continue }
            return (label, resource.uid ?? label)
        }
        return nil
    }
}
#endif
