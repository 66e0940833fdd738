// SPDX-License-Identifier: Apache-2.0

import NodeStore

extension NodeAssembler {
    /// What links may stand in the value that comes next.
    func roleOfValue(isObject: Bool) -> Frame.Role {
        guard let frame = frames.last else { return .plain }
        guard frame.isObject else {
            if case .links(let rel) = frame.role, isObject { return .candidate(rel: rel) }
            return .plain
        }
        let traits = names.traits(key)
        if case .container = frame.role {
            if relIsKey { return isObject ? .candidate(rel: key) : .links(rel: key) }
            if traits.isLinkElement { return isObject ? .candidate(rel: .none) : .links(rel: .none) }
        }
        guard traits.isContainer else { return .plain }
        return isObject ? .container : .links(rel: .none)
    }

    /// Registers the open object, if it is a link, before a link container inside it adds links of its own.
    ///
    /// Links are kept in document order. No known dialect nests them; where one does, the outer link has what stood
    /// before the container, and one whose target stands after it is no link.
    mutating func registerBeforeInnerLinks(_ role: Frame.Role) {
        guard case .candidate = frames.last?.role, let candidate = candidates.last, candidate.isLink else { return }
        switch role {
        case .container, .links:
            register(candidate)
            candidates[candidates.count - 1].isRegistered = true
        case .plain, .candidate:
            return
        }
    }

    /// Adds the open object to the links if it is one.
    mutating func register(_ candidate: LinkCandidate) {
        guard candidate.isLink, !candidate.isRegistered, candidate.linksBefore == links else { return }
        builder.link(rel: candidate.rel, type: candidate.type, href: candidate.href, name: candidate.name)
        links += 1
    }
}
