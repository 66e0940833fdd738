// SPDX-License-Identifier: Apache-2.0

/// Checks that every reference in a schema leads somewhere and that no type comes from itself.
struct ReferenceCheck {
    let model: SchemaModel

    mutating func run() throws(SchemaModelError) {
        for element in model.elements { try check(element.type, element.annotation.place) }
        for attribute in model.attributes { try check(attribute.type, attribute.annotation.place) }
        for type in model.simpleTypes { try check(type) }
        for type in model.complexTypes { try check(type) }
        for type in model.simpleTypes { try refuseLoop(.named(type.name ?? ""), [], type.annotation.place) }
        for type in model.complexTypes { try refuseLoop(.named(type.name ?? ""), [], type.annotation.place) }
        for element in model.elements { try refuseLoop(.element(element.name), [], element.annotation.place) }
    }

    private func check(_ reference: TypeReference, _ place: SchemaPlace) throws(SchemaModelError) {
        switch reference {
        case .builtin: break
        case .complex(let type): try check(type)
        case .simple(let type): try check(type)
        case .named(let name):
            if model.complexType(named: name) == nil, model.simpleType(named: name) == nil {
                throw unresolved("type", name, place)
            }
        case .element(let name): if model.declaredElement(name) == nil { throw unresolved("element", name, place) }
        case .attribute(let name):
            if model.attribute(named: name) == nil { throw unresolved("attribute", name, place) }
        }
    }

    private func check(_ type: ComplexType) throws(SchemaModelError) {
        let place = type.annotation.place
        if let base = type.derivation?.base { try check(base, place) }
        if let content = type.simpleContent { try check(content, place) }
        for attribute in type.attributes { try check(attribute.type, attribute.annotation.place) }
        if let particle = type.particle { try check(particle) }
    }

    private func check(_ type: SimpleType) throws(SchemaModelError) {
        switch type.variety {
        case .restriction(let base), .list(let base): try check(base, type.annotation.place)
        case .union(let members): for member in members { try check(member, type.annotation.place) }
        }
    }

    private func check(_ particle: Particle) throws(SchemaModelError) {
        switch particle {
        case .element(let element, _): try check(element.type, element.annotation.place)
        case .sequence(let parts, _), .choice(let parts, _), .all(let parts, _):
            for part in parts { try check(part) }
        case .any: break
        }
    }

    /// Follows what a type is made of, not what it holds: holding itself is allowed.
    private func refuseLoop(
        _ reference: TypeReference,
        _ seen: Set<String>,
        _ place: SchemaPlace
    ) throws(SchemaModelError) {
        var seen = seen
        switch reference {
        case .builtin: break
        case .attribute(let name):
            guard let attribute = model.attribute(named: name) else { return }
            try refuseLoop(attribute.type, seen, place)
        case .element(let name):
            guard seen.insert("element " + name).inserted else { throw circular(name, place) }
            guard let element = model.declaredElement(name) else { return }
            try refuseLoop(element.type, seen, place)
        case .named(let name):
            guard seen.insert(name).inserted else { throw circular(name, place) }
            if let type = model.complexType(named: name) {
                try refuseLoop(.complex(type), seen, place)
            } else if let type = model.simpleType(named: name) {
                try refuseLoop(.simple(type), seen, place)
            }
        case .complex(let type):
            if let base = type.derivation?.base { try refuseLoop(base, seen, place) }
        case .simple(let type):
            switch type.variety {
            case .restriction(let base), .list(let base): try refuseLoop(base, seen, place)
            case .union(let members): for member in members { try refuseLoop(member, seen, place) }
            }
        }
    }

    private func unresolved(_ what: String, _ name: String, _ place: SchemaPlace) -> SchemaModelError {
        SchemaModelError(.unresolved, "There is no \(what) ‘\(name)’ in the schema.", place: place)
    }

    private func circular(_ name: String, _ place: SchemaPlace) -> SchemaModelError {
        SchemaModelError(.circular, "The type \(name) is defined by itself.", place: place)
    }
}
