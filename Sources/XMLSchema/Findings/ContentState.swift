// SPDX-License-Identifier: Apache-2.0

/// Where in the content of an element a list of children has led: what is left of the particles.
///
/// Each child takes one step. Schemas are deterministic (unique particle attribution), so the first way that accepts
/// a child is the only one.
struct ContentState: Hashable {
    private var rest: [Particle]

    /// The state before the first child.
    init(_ particles: [Particle]) { rest = particles }

    /// The state after one more child; nil if it cannot come here.
    func after(_ name: String) -> ContentState? { Self.step(rest[...], name).map { ContentState(rest: $0) } }

    /// The state after a row of children; nil if one of them cannot come.
    func after(_ name: String, times: Int) -> ContentState? {
        var state = self
        for index in 0..<times {
            guard let next = state.after(name) else { return nil }
            // What may come any number of times leaves no trace from the second on.
            if index > 1, next == state { return state }
            state = next
        }
        return state
    }

    /// The names of all elements that can come next, in the order of the schema.
    var expected: [String] {
        var names: [String] = []
        for particle in rest {
            Self.addFirst(of: particle, to: &names)
            if !Self.canBeEmpty(particle) { break }
        }
        return names
    }

    /// The names of the elements of which one must come, before the content can end.
    var required: [String] {
        guard let particle = rest.first(where: { !Self.canBeEmpty($0) }) else { return [] }
        return Self.required(of: particle)
    }

    /// What would have to come first so that a child could come; nil if it cannot come at all any more.
    func missing(before name: String) -> [String]? {
        var missing: [String] = []
        var open = rest
        while true {
            if Self.step(open[...], name) != nil { return missing }
            guard let index = open.firstIndex(where: { !Self.canBeEmpty($0) }) else { return nil }
            // The required thing may be the first part of a group that goes on with the child.
            var names: [String] = []
            Self.addFirst(of: open[index], to: &names)
            for first in names {
                if let next = Self.step(open[...], first), Self.step(next[...], name) != nil {
                    return missing + [first]
                }
            }
            if case .sequence(let parts, let occurrence) = open[index], parts.count > 1 {
                open = parts + [.sequence(parts, Self.used(occurrence))] + open[(index + 1)...]
                continue
            }
            missing += names.count == 1 ? names : [names.joined(separator: " or ")]
            open = Array(open[(index + 1)...])
        }
    }

    // MARK: Particles

    private init(rest: [Particle]) { self.rest = rest }

    private static func step(_ particles: ArraySlice<Particle>, _ name: String) -> [Particle]? {
        for index in particles.indices {
            if let after = consume(particles[index], name) { return after + particles[(index + 1)...] }
            if !canBeEmpty(particles[index]) { return nil }
        }
        return nil
    }

    private static func consume(_ particle: Particle, _ name: String) -> [Particle]? {
        let occurrence = particle.occurrence
        if occurrence.maximum == 0 { return nil }
        let left = used(occurrence)
        let isLast = left.maximum == 0
        switch particle {
        case .element(let element, _):
            guard element.name == name else { return nil }
            return isLast ? [] : [.element(element, left)]
        case .any(let wildcard, _):
            return isLast ? [] : [.any(wildcard, left)]
        case .sequence(let parts, _):
            guard let after = step(parts[...], name) else { return nil }
            return isLast ? after : after + [.sequence(parts, left)]
        case .choice(let parts, _):
            for part in parts {
                if let after = consume(part, name) { return isLast ? after : after + [.choice(parts, left)] }
            }
            return nil
        case .all(let parts, _):
            for index in parts.indices {
                guard let after = consume(parts[index], name) else { continue }
                var others = parts
                others.remove(at: index)
                return after + (others.isEmpty ? [] : [.all(others, .once)])
            }
            return nil
        }
    }

    private static func used(_ occurrence: Occurrence) -> Occurrence {
        Occurrence(minimum: max(0, occurrence.minimum - 1), maximum: occurrence.maximum.map { $0 - 1 })
    }

    private static func canBeEmpty(_ particle: Particle) -> Bool {
        if particle.occurrence.minimum == 0 { return true }
        switch particle {
        case .element, .any: return false
        case .sequence(let parts, _), .all(let parts, _): return parts.allSatisfy(canBeEmpty)
        case .choice(let parts, _): return parts.isEmpty || parts.contains(where: canBeEmpty)
        }
    }

    private static func required(of particle: Particle) -> [String] {
        switch particle {
        case .sequence(let parts, _): return parts.first { !canBeEmpty($0) }.map(required) ?? []
        case .all(let parts, _): return parts.filter { !canBeEmpty($0) }.flatMap(required)
        default:
            var names: [String] = []
            addFirst(of: particle, to: &names)
            return names
        }
    }

    private static func addFirst(of particle: Particle, to names: inout [String]) {
        if particle.occurrence.maximum == 0 { return }
        switch particle {
        case .element(let element, _):
            if !names.contains(element.name) { names.append(element.name) }
        case .any: break
        case .sequence(let parts, _):
            for part in parts {
                addFirst(of: part, to: &names)
                if !canBeEmpty(part) { return }
            }
        case .choice(let parts, _), .all(let parts, _):
            for part in parts { addFirst(of: part, to: &names) }
        }
    }
}
