// SPDX-License-Identifier: Apache-2.0

import NodeStore

extension SchemaReader {
    mutating func particle(_ node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> Particle {
        let occurrence = try occurrence(node, source)
        switch source.store.name(node) {
        case "element": return .element(try element(node, source), occurrence)
        case "sequence": return .sequence(try parts(node, source), occurrence)
        case "choice": return .choice(try parts(node, source), occurrence)
        case "all": return .all(try parts(node, source), occurrence)
        case "any": return .any(wildcard(node, source), occurrence)
        case "group":
            guard let reference = source.attribute("ref", of: node) else { throw unknown(node, source) }
            let site = try open(try target(reference, at: node, source), in: groups, at: node, source)
            var parts: [Particle] = []
            for part in site.source.children(site.node) { parts.append(try particle(part, site.source)) }
            openGroups.removeLast()
            return parts.count == 1 && occurrence == .once ? parts[0] : .sequence(parts, occurrence)
        default: throw unknown(node, source)
        }
    }

    private mutating func parts(_ node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> [Particle] {
        var parts: [Particle] = []
        for part in source.children(node) { parts.append(try particle(part, source)) }
        return parts
    }

    private func occurrence(_ node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> Occurrence {
        let minimum = source.attribute("minOccurs", of: node) ?? "1"
        let maximum = source.attribute("maxOccurs", of: node) ?? "1"
        guard let least = Int(minimum), least >= 0, maximum == "unbounded" || (Int(maximum) ?? -1) >= least else {
            throw SchemaModelError(
                .invalid,
                "minOccurs ‘\(minimum)’ and maxOccurs ‘\(maximum)’ are no range of numbers.",
                place: source.place(node)
            )
        }
        return Occurrence(minimum: least, maximum: Int(maximum))
    }
}
