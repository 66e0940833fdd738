// SPDX-License-Identifier: Apache-2.0

import NodeStore

extension SchemaReader {
    mutating func simpleType(
        _ node: NodeID,
        name: String?,
        _ source: SchemaSource
    ) throws(SchemaModelError) -> SimpleType {
        guard let body = source.children(node).first else {
            throw SchemaModelError(.invalid, "xs:simpleType needs a content.", place: source.place(node))
        }
        let variety: SimpleType.Variety
        var facets = Facets()
        switch source.store.name(body) {
        case "restriction":
            variety = .restriction(of: try part(of: body, attribute: "base", source))
            facets = try self.facets(body, source)
        case "list": variety = .list(of: try part(of: body, attribute: "itemType", source))
        case "union":
            var members: [TypeReference] = []
            for name in (source.attribute("memberTypes", of: body) ?? "").split(whereSeparator: \.isWhitespace) {
                members.append(try reference(String(name), at: body, source))
            }
            for inner in source.children(body) where source.store.name(inner) == "simpleType" {
                members.append(.simple(try simpleType(inner, name: nil, source)))
            }
            variety = .union(of: members)
        default: throw unknown(body, source)
        }
        return SimpleType(name: name, variety: variety, facets: facets, annotation: source.annotation(node))
    }

    private mutating func part(
        of node: NodeID,
        attribute: String,
        _ source: SchemaSource
    ) throws(SchemaModelError) -> TypeReference {
        if let name = source.attribute(attribute, of: node) { return try reference(name, at: node, source) }
        guard let inner = source.child("simpleType", of: node) else {
            throw SchemaModelError(
                .invalid,
                "xs:\(source.store.name(node)) needs \(attribute) or a type inside.",
                place: source.place(node)
            )
        }
        return .simple(try simpleType(inner, name: nil, source))
    }

    func facets(_ node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> Facets {
        var facets = Facets()
        var patterns: [String] = []
        for facet in source.children(node) {
            let name = source.store.name(facet)
            let value = source.attribute("value", of: facet) ?? ""
            switch name {
            case "enumeration":
                let annotation = source.annotation(facet)
                facets.enumeration.append(
                    EnumerationValue(value, documentation: annotation.documentation, notes: annotation.notes)
                )
            case "pattern": patterns.append(value)
            case "length": facets.length = try number(value, facet, source)
            case "minLength": facets.minimumLength = try number(value, facet, source)
            case "maxLength": facets.maximumLength = try number(value, facet, source)
            case "minInclusive": facets.minimumInclusive = value
            case "minExclusive": facets.minimumExclusive = value
            case "maxInclusive": facets.maximumInclusive = value
            case "maxExclusive": facets.maximumExclusive = value
            case "totalDigits": facets.totalDigits = try number(value, facet, source)
            case "fractionDigits": facets.fractionDigits = try number(value, facet, source)
            case "whiteSpace": facets.whiteSpace = value
            default: break
            }
        }
        if !patterns.isEmpty { facets.patterns = [patterns] }
        return facets
    }

    private func number(_ text: String, _ node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> Int {
        guard let number = Int(text), number >= 0 else {
            throw SchemaModelError(
                .invalid,
                "xs:\(source.store.name(node)) needs a number and has ‘\(text)’.",
                place: source.place(node)
            )
        }
        return number
    }
}
