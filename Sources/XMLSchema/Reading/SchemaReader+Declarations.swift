// SPDX-License-Identifier: Apache-2.0

import NodeStore

extension SchemaReader {
    mutating func element(_ node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> ElementDeclaration {
        if let reference = source.attribute("ref", of: node) {
            let name = try target(reference, at: node, source)
            return ElementDeclaration(name: name, type: .element(name), annotation: source.annotation(node))
        }
        let type: TypeReference =
            if let name = source.attribute("type", of: node) {
                try reference(name, at: node, source)
            } else if let inner = source.child("complexType", of: node) {
                .complex(try complexType(inner, name: nil, source))
            } else if let inner = source.child("simpleType", of: node) {
                .simple(try simpleType(inner, name: nil, source))
            } else {
                .builtin(.anyType)
            }
        return ElementDeclaration(
            name: try name(node, source),
            type: type,
            isNillable: flag("nillable", of: node, source),
            isAbstract: flag("abstract", of: node, source),
            defaultValue: source.attribute("default", of: node),
            fixedValue: source.attribute("fixed", of: node),
            annotation: source.annotation(node)
        )
    }

    mutating func attribute(_ node: NodeID, _ source: SchemaSource) throws(SchemaModelError) -> AttributeDeclaration {
        let use = source.attribute("use", of: node)
        let name: String
        let type: TypeReference
        if let reference = source.attribute("ref", of: node) {
            // The four attributes of XML itself need no declaration.
            if reference.hasPrefix("xml:") {
                (name, type) = (reference, .builtin(.string))
            } else {
                name = try target(reference, at: node, source)
                type = .attribute(name)
            }
        } else {
            name = try self.name(node, source)
            if let typeName = source.attribute("type", of: node) {
                type = try self.reference(typeName, at: node, source)
            } else if let inner = source.child("simpleType", of: node) {
                type = .simple(try simpleType(inner, name: nil, source))
            } else {
                type = .builtin(.anySimpleType)
            }
        }
        return AttributeDeclaration(
            name: name,
            type: type,
            isRequired: use == "required",
            isProhibited: use == "prohibited",
            defaultValue: source.attribute("default", of: node),
            fixedValue: source.attribute("fixed", of: node),
            annotation: source.annotation(node)
        )
    }

    mutating func complexType(
        _ node: NodeID,
        name: String?,
        _ source: SchemaSource
    ) throws(SchemaModelError) -> ComplexType {
        var body = node
        var derivation: Derivation?
        var simpleContent: TypeReference?
        var isMixed = flag("mixed", of: node, source)
        let content = source.child("complexContent", of: node) ?? source.child("simpleContent", of: node)
        if let content {
            isMixed = isMixed || flag("mixed", of: content, source)
            guard let inner = source.children(content).first, let base = source.attribute("base", of: inner) else {
                throw SchemaModelError(
                    .invalid,
                    "xs:\(source.store.name(content)) needs an extension or restriction with a base.",
                    place: source.place(content)
                )
            }
            body = inner
            let baseType = try reference(base, at: inner, source)
            derivation =
                source.store.name(inner) == "extension" ? .byExtension(of: baseType) : .byRestriction(of: baseType)
            if source.store.name(content) == "simpleContent" {
                simpleContent = try simpleContentType(inner, base: baseType, source)
            }
        }
        var particle: Particle?
        var attributes: [AttributeDeclaration] = []
        var anyAttribute: Wildcard?
        for part in source.children(body) {
            switch source.store.name(part) {
            case "sequence", "choice", "all", "group": particle = try self.particle(part, source)
            case "attribute", "attributeGroup", "anyAttribute":
                try collect(part, source, into: &attributes, &anyAttribute)
            case "complexContent", "simpleContent", "simpleType", "enumeration", "pattern", "length", "minLength",
                "maxLength", "minInclusive", "minExclusive", "maxInclusive", "maxExclusive", "totalDigits",
                "fractionDigits", "whiteSpace":
                break
            default: throw unknown(part, source)
            }
        }
        return ComplexType(
            name: name,
            derivation: derivation,
            particle: particle,
            simpleContent: simpleContent,
            attributes: attributes,
            anyAttribute: anyAttribute,
            isMixed: isMixed,
            isAbstract: flag("abstract", of: node, source),
            annotation: source.annotation(node)
        )
    }

    /// The type of the text: for an extension the base, for a restriction a narrower type of its own.
    private mutating func simpleContentType(
        _ node: NodeID,
        base: TypeReference,
        _ source: SchemaSource
    ) throws(SchemaModelError) -> TypeReference {
        let facets = try self.facets(node, source)
        guard source.store.name(node) == "restriction",
            facets != Facets() || source.child("simpleType", of: node) != nil
        else { return base }
        var inner = base
        if let type = source.child("simpleType", of: node) { inner = .simple(try simpleType(type, name: nil, source)) }
        return .simple(
            SimpleType(
                name: nil,
                variety: .restriction(of: inner),
                facets: facets,
                annotation: source.annotation(node)
            )
        )
    }

    private mutating func collect(
        _ node: NodeID,
        _ source: SchemaSource,
        into attributes: inout [AttributeDeclaration],
        _ anyAttribute: inout Wildcard?
    ) throws(SchemaModelError) {
        switch source.store.name(node) {
        case "attribute": attributes.append(try attribute(node, source))
        case "anyAttribute": anyAttribute = wildcard(node, source)
        case "attributeGroup":
            guard let reference = source.attribute("ref", of: node) else { throw unknown(node, source) }
            let name = try target(reference, at: node, source)
            let site = try open(name, in: attributeGroups, at: node, source)
            for part in site.source.children(site.node) {
                try collect(part, site.source, into: &attributes, &anyAttribute)
            }
            openGroups.removeLast()
        default: throw unknown(node, source)
        }
    }

    func wildcard(_ node: NodeID, _ source: SchemaSource) -> Wildcard {
        Wildcard(
            namespace: source.attribute("namespace", of: node) ?? "##any",
            processing: source.attribute("processContents", of: node) ?? "strict"
        )
    }

    /// Begins to read a group; the caller takes it from ``openGroups`` afterwards.
    mutating func open(
        _ name: String,
        in table: [String: Site],
        at node: NodeID,
        _ source: SchemaSource
    ) throws(SchemaModelError) -> Site {
        guard let site = table[name] else {
            throw SchemaModelError(.unresolved, "There is no group ‘\(name)’.", place: source.place(node))
        }
        guard !openGroups.contains(name) else {
            throw SchemaModelError(.circular, "The group \(name) contains itself.", place: source.place(node))
        }
        openGroups.append(name)
        return site
    }
}
