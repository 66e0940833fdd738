// SPDX-License-Identifier: Apache-2.0

import LibXML

extension SchemaDiagnoser {
    /// Why a child cannot stand where it stands.
    func elementWords(_ context: SchemaContext) -> Words {
        let name = context.steps.last?.name ?? ""
        let parents = Array(context.steps.dropLast())
        guard let parent = parents.last, let type = type(of: parents), let start = content(type) else {
            return Words(kind: .unexpectedElement, message: "\(name) is not expected here.")
        }
        let declared = elementNames(type)
        let before = context.before.withoutLast()
        var state: ContentState? = start
        for run in before { state = state?.after(run.name, times: run.count) }
        let expected = state?.expected ?? []
        guard declared.contains(name) else { return unknownWords(name, parent.name, type, declared, expected) }
        if let missing = state?.missing(before: name), let first = missing.first {
            if let late = context.after.first(where: { missing.contains($0.name) }) {
                return Words(
                    kind: .wrongOrder,
                    message: "\(name) stands before \(late.name) in \(parent.name), but must come after it.",
                    allowed: expected
                )
            }
            return Words(
                kind: .missingElement,
                message: "\(parent.name) has no \(first), which must "
                    + (isOrdered ? "come before \(name)." : "be there."),
                allowed: expected
            )
        }
        if let words = choiceWords(name, parent.name, type, before, expected) { return words }
        let count = before.reduce(0) { $1.name == name ? $0 + $1.count : $0 } + 1
        if let most = member(name, of: type)?.occurrence.maximum, count > most {
            let often = most == 1 ? "only once" : "at most \(most) times"
            return Words(
                kind: .tooMany,
                message: "\(name) may stand in \(parent.name) \(often).",
                allowed: expected
            )
        }
        let place = before.last.map { " after \($0.name)" } ?? " here"
        return Words(
            kind: .wrongOrder,
            message: "\(name) cannot come\(place) in \(parent.name)"
                + (expected.isEmpty ? "." : "; what can is \(Self.list(expected))."),
            allowed: expected
        )
    }

    private func unknownWords(
        _ name: String,
        _ parent: String,
        _ type: TypeReference,
        _ declared: [String],
        _ expected: [String]
    ) -> Words {
        if attributeNames(type).contains(name) {
            return Words(
                kind: .unexpectedElement,
                message: "\(name) is an attribute of \(parent), not an element in it.",
                allowed: expected
            )
        }
        let near = NearestNames.of(name, in: declared)
        let known = declared.isEmpty ? "" : near.isEmpty ? " It can have \(Self.list(declared))." : Self.hint(near)
        return Words(
            kind: .unexpectedElement,
            message: "\(parent) has no element \(name)." + known,
            allowed: near.isEmpty ? expected : near
        )
    }

    /// Whether a child is excluded by one before it, being of another branch of the same choice.
    private func choiceWords(
        _ name: String,
        _ parent: String,
        _ type: TypeReference,
        _ before: [SchemaContext.Run],
        _ expected: [String]
    ) -> Words? {
        let members = model.members(of: type)
        let own = members.filter { $0.kind == .element && $0.name == name && !$0.isOrderFree }
        for run in before.reversed() where run.name != name {
            let others = members.filter { $0.kind == .element && $0.name == run.name }
            let excludes = others.contains { other in
                own.contains { member in
                    member.choices.contains { choice in
                        other.choices.contains { $0.group == choice.group && $0.branch != choice.branch }
                    }
                }
            }
            if excludes {
                return Words(
                    kind: .unexpectedElement,
                    message: "\(parent) holds either \(run.name) or \(name), not both.",
                    allowed: expected
                )
            }
        }
        return nil
    }

    /// What is missing at the end of an element.
    func missingWords(_ context: SchemaContext, _ type: TypeReference?) -> Words {
        let name = context.steps.last?.name ?? ""
        var state = type.flatMap(content)
        for run in context.children { state = state?.after(run.name, times: run.count) }
        let expected = state?.required ?? []
        let what = expected.isEmpty ? "an element that it must have" : Self.list(expected)
        return Words(
            kind: .missingElement,
            message: context.children.isEmpty
                ? "\(name) is empty; it must have \(what)." : "\(name) has no \(what), which must be there.",
            allowed: expected
        )
    }

    /// Why an attribute cannot stand where it stands.
    func attributeWords(_ context: SchemaContext, _ type: TypeReference?) -> Words {
        let name = context.attribute ?? "?"
        let element = context.steps.last?.name ?? ""
        let known = type.map(attributeNames) ?? []
        if let type, elementNames(type).contains(name) {
            return Words(
                kind: .unknownAttribute,
                message: "\(name) is an element in \(element), not an attribute of it.",
                allowed: known
            )
        }
        let near = NearestNames.of(name, in: known)
        let rest =
            known.isEmpty ? " It has none." : near.isEmpty ? " It can have \(Self.list(known))." : Self.hint(near)
        return Words(
            kind: .unknownAttribute,
            message: "\(element) has no attribute \(name)." + rest,
            allowed: near.isEmpty ? known : near
        )
    }
}

extension [SchemaContext.Run] {
    /// The runs without the one element that comes last.
    fileprivate func withoutLast() -> [SchemaContext.Run] {
        guard let last else { return [] }
        return dropLast() + (last.count > 1 ? [SchemaContext.Run(name: last.name, count: last.count - 1)] : [])
    }
}
