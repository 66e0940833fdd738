// SPDX-License-Identifier: Apache-2.0

extension SchemaModel {
    /// All parts of an element of a type: attributes first, then its text or its child elements in the order of the
    /// schema, those of a base type before its own.
    ///
    /// The same name can occur twice where a choice has it in two branches.
    public func members(of reference: TypeReference) -> [SchemaMember] {
        guard case .complex(let type) = type(reference) else { return [] }
        var flattening = Flattening()
        for particle in particles(of: type) { flattening.add(particle) }
        var attributes: [AttributeDeclaration] = []
        for attribute in self.attributes(of: type) where !attribute.isProhibited { attributes.append(attribute) }
        var members = attributes.map(Flattening.member(_:))
        if valueType(of: reference) != nil { members.append(Flattening.text(type)) }
        return members + flattening.members
    }

    /// All parts of an element.
    public func members(of element: ElementDeclaration) -> [SchemaMember] { members(of: element.type) }

    /// All attributes of a type, inherited ones first; one that is declared again counts as declared last.
    public func attributes(of type: ComplexType) -> [AttributeDeclaration] {
        var result: [AttributeDeclaration] = []
        for step in lineage(of: type) {
            for attribute in step.attributes {
                if let index = result.firstIndex(where: { $0.name == attribute.name }) {
                    result[index] = attribute
                } else {
                    result.append(attribute)
                }
            }
        }
        return result
    }

    /// The contents of a type and of those it extends, base first.
    public func particles(of type: ComplexType) -> [Particle] {
        var result: [Particle] = []
        for step in lineage(of: type) {
            if case .byRestriction = step.derivation { result = [] }
            if let particle = step.particle { result.append(particle) }
        }
        return result
    }

    /// A type after all complex types it comes from, the most general first.
    public func lineage(of type: ComplexType) -> [ComplexType] {
        var result = [type]
        var next = type.derivation?.base
        while let base = next, case .complex(let type) = self.type(base) {
            result.append(type)
            next = type.derivation?.base
        }
        return result.reversed()
    }
}
