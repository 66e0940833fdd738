// SPDX-License-Identifier: Apache-2.0

/// Makes a flat list of members of particles.
struct Flattening {
    /// What surrounds a particle.
    private struct Context {
        var outer = Occurrence.once
        var branch = Occurrence.once
        var choices: [ChoiceBranch] = []
        var isOrderFree = false
    }

    private(set) var members: [SchemaMember] = []
    private var groups = 0

    /// Adds the members of a particle.
    mutating func add(_ particle: Particle) { add(particle, Context()) }

    private mutating func add(_ particle: Particle, _ context: Context) {
        var inner = context
        inner.outer = particle.occurrence.inside(context.outer)
        inner.branch = particle.occurrence.inside(context.branch)
        switch particle {
        case .element(let element, _):
            members.append(
                SchemaMember(
                    name: element.name,
                    kind: .element,
                    type: element.type,
                    occurrence: inner.outer,
                    branchOccurrence: inner.branch,
                    choices: context.choices,
                    isOrderFree: context.isOrderFree,
                    isNillable: element.isNillable,
                    defaultValue: element.defaultValue,
                    fixedValue: element.fixedValue,
                    annotation: element.annotation
                )
            )
        case .any(_, _):
            members.append(
                SchemaMember(
                    name: "",
                    kind: .any,
                    type: .builtin(.anyType),
                    occurrence: inner.outer,
                    branchOccurrence: inner.branch,
                    choices: context.choices,
                    isOrderFree: context.isOrderFree,
                    isNillable: false,
                    defaultValue: nil,
                    fixedValue: nil,
                    annotation: Annotation(place: SchemaPlace(document: "", line: 0))
                )
            )
        case .sequence(let parts, let occurrence):
            // A repeated sequence of several parts repeats them in turn; none of them has a place of its own.
            if occurrence.isRepeated, parts.count > 1 { inner.isOrderFree = true }
            for part in parts { add(part, inner) }
        case .all(let parts, _):
            inner.isOrderFree = true
            for part in parts { add(part, inner) }
        case .choice(let parts, let occurrence): add(choice: parts, occurrence, context, inner)
        }
    }

    private mutating func add(
        choice parts: [Particle],
        _ occurrence: Occurrence,
        _ context: Context,
        _ inner: Context
    ) {
        guard parts.count > 1 else {
            for part in parts { add(part, inner) }
            return
        }
        var inner = inner
        inner.outer = inner.outer.relaxed
        if occurrence.isRepeated {
            // Every branch can be taken in its turn, so none excludes another.
            inner.branch = inner.branch.relaxed
            inner.isOrderFree = true
            for part in parts { add(part, inner) }
            return
        }
        inner.branch = context.branch
        let group = groups
        groups += 1
        let isRequired = occurrence.isRequired && context.branch.isRequired && !parts.contains(where: Self.canBeEmpty)
        for (branch, part) in parts.enumerated() {
            var context = inner
            context.choices.append(ChoiceBranch(group: group, branch: branch, isRequired: isRequired))
            add(part, context)
        }
    }

    /// Whether a particle is satisfied by nothing.
    static func canBeEmpty(_ particle: Particle) -> Bool {
        if !particle.occurrence.isRequired { return true }
        return switch particle {
        case .element, .any: false
        case .sequence(let parts, _), .all(let parts, _): parts.allSatisfy(canBeEmpty)
        case .choice(let parts, _): parts.isEmpty || parts.contains(where: canBeEmpty)
        }
    }

    static func member(_ attribute: AttributeDeclaration) -> SchemaMember {
        let occurrence = attribute.isRequired ? Occurrence.once : .optional
        return SchemaMember(
            name: attribute.name,
            kind: .attribute,
            type: attribute.type,
            occurrence: occurrence,
            branchOccurrence: occurrence,
            choices: [],
            isOrderFree: true,
            isNillable: false,
            defaultValue: attribute.defaultValue,
            fixedValue: attribute.fixedValue,
            annotation: attribute.annotation
        )
    }

    /// The text of an element with attributes.
    static func text(_ type: ComplexType) -> SchemaMember {
        SchemaMember(
            name: "",
            kind: .text,
            type: type.simpleContent ?? type.derivation?.base ?? .builtin(.string),
            occurrence: .once,
            branchOccurrence: .once,
            choices: [],
            isOrderFree: false,
            isNillable: false,
            defaultValue: nil,
            fixedValue: nil,
            annotation: type.annotation
        )
    }
}
