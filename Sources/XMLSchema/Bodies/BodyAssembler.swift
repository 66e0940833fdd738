// SPDX-License-Identifier: Apache-2.0

/// Puts what was given into the order of the schema, and says everything that is wrong with it.
struct BodyAssembler {
    private let model: SchemaModel
    private(set) var problems: [BodyProblem] = []

    init(model: SchemaModel) { self.model = model }

    mutating func node(
        _ element: ElementDeclaration,
        _ input: InputNode,
        path: String,
        isRepeatable: Bool = false
    ) -> SchemaBodyNode {
        let content: SchemaBodyNode.Content
        if case .complex(let type) = model.type(element.type) {
            content = .nodes(parts(type, element, input, path))
        } else {
            let type = model.valueType(of: element.type)
            content = .value(checked(input.value ?? "", type, element.fixedValue, path), type?.kind ?? .text)
        }
        return SchemaBodyNode(name: element.name, kind: .element, content: content, isRepeatable: isRepeatable)
    }

    private mutating func parts(
        _ type: ComplexType,
        _ element: ElementDeclaration,
        _ input: InputNode,
        _ path: String
    ) -> [SchemaBodyNode] {
        var nodes: [SchemaBodyNode] = []
        for attribute in model.attributes(of: type) where !attribute.isProhibited {
            let valueType = model.valueType(of: attribute.type)
            let attributePath = join(path, attribute.name)
            guard let value = input.attribute(attribute.name) ?? (attribute.isRequired ? attribute.fixedValue : nil)
            else {
                if attribute.isRequired { missing(attributePath, valueType) }
                continue
            }
            let text = checked(value, valueType, attribute.fixedValue, attributePath)
            nodes.append(
                SchemaBodyNode(name: attribute.name, kind: .attribute, content: .value(text, valueType?.kind ?? .text))
            )
        }
        if let valueType = model.valueType(of: element.type) {
            let text = checked(input.value ?? "", valueType, element.fixedValue, path)
            nodes.append(SchemaBodyNode(name: "", kind: .text, content: .value(text, valueType.kind)))
        } else if let value = input.value, !value.isEmpty {
            let names = model.members(of: element.type).map { join(path, $0.name) }
            problems.append(
                BodyProblem(
                    .hasParts,
                    path: path,
                    "\(path) has no value of its own but parts: \(names.prefix(8).joined(separator: ", ")).",
                    candidates: names
                )
            )
        }
        let particles = model.particles(of: type)
        var taking = Taking(input: input, particles: particles)
        for particle in particles {
            nodes += make(particle, &taking, path, isRepeated: false)
        }
        for (name, count) in taking.leftOver {
            problems.append(
                BodyProblem(
                    .tooMany,
                    path: join(path, name),
                    "\(join(path, name)) is given \(count) \(count == 1 ? "time" : "times") more than it may be there."
                )
            )
        }
        return nodes
    }

    // MARK: Particles

    private mutating func make(
        _ particle: Particle,
        _ taking: inout Taking,
        _ path: String,
        isRepeated: Bool
    ) -> [SchemaBodyNode] {
        let occurrence = particle.occurrence
        let isRepeated = isRepeated || occurrence.isRepeated
        var nodes: [SchemaBodyNode] = []
        switch particle {
        case .element(let element, _):
            let inputs = taking.take(element.name, atMost: occurrence.maximum)
            let elementPath = join(path, element.name)
            for (number, input) in inputs.enumerated() {
                let isOneOfMany = inputs.count > 1
                nodes.append(
                    node(
                        element,
                        input,
                        path: isOneOfMany ? "\(elementPath)[\(number + 1)]" : elementPath,
                        isRepeatable: isRepeated
                    )
                )
            }
            if inputs.count < occurrence.minimum { missing(element, elementPath, occurrence, given: inputs.count) }
        case .sequence(let parts, _), .all(let parts, _):
            let names = Set(parts.flatMap(Self.names))
            repeatRounds(occurrence, names, &taking) { assembler, taking in
                for part in parts { nodes += assembler.make(part, &taking, path, isRepeated: isRepeated) }
            }
        case .choice(let parts, _):
            let names = Set(parts.flatMap(Self.names))
            repeatRounds(occurrence, names, &taking) { assembler, taking in
                nodes += assembler.choose(
                    parts,
                    &taking,
                    path,
                    isSingle: !occurrence.isRepeated,
                    isRepeated: isRepeated
                )
            }
        case .any: break
        }
        return nodes
    }

    private mutating func repeatRounds(
        _ occurrence: Occurrence,
        _ names: Set<String>,
        _ taking: inout Taking,
        _ round: (inout BodyAssembler, inout Taking) -> Void
    ) {
        var rounds = 0
        while taking.hasMore(of: names) || rounds < min(occurrence.minimum, 1) {
            if let maximum = occurrence.maximum, rounds >= maximum { return }
            let before = taking.count
            round(&self, &taking)
            rounds += 1
            if taking.count == before { return }
        }
    }

    private mutating func choose(
        _ parts: [Particle],
        _ taking: inout Taking,
        _ path: String,
        isSingle: Bool,
        isRepeated: Bool
    ) -> [SchemaBodyNode] {
        let given = parts.map { part in Self.names(part).filter { taking.hasMore(of: [$0]) } }
        let all = Set(given.flatMap { $0 })
        guard !all.isEmpty else {
            if !parts.isEmpty, !parts.contains(where: Flattening.canBeEmpty) {
                let names = parts.map { Self.label($0, path) }
                problems.append(
                    BodyProblem(
                        .branchMissing,
                        path: path,
                        "\(path.isEmpty ? "The body" : path) needs one of \(names.joined(separator: ", ")).",
                        candidates: names
                    )
                )
            }
            return []
        }
        let branch: Int
        if !isSingle {
            branch = given.firstIndex { !$0.isEmpty } ?? 0
        } else if let best = bestBranch(parts, given, all, taking, path) {
            branch = best
        } else {
            let names = given.filter { !$0.isEmpty }.map { join(path, $0[0]) }
            problems.append(
                BodyProblem(
                    .branchConflict,
                    path: path,
                    "Only one of \(names.joined(separator: " and ")) can be given; choose one.",
                    candidates: names
                )
            )
            // One is read on, so that its own problems are told as well.
            branch = given.firstIndex { !$0.isEmpty } ?? 0
            let nodes = make(parts[branch], &taking, path, isRepeated: isRepeated)
            for name in all { _ = taking.take(name, atMost: nil) }
            return nodes
        }
        return make(parts[branch], &taking, path, isRepeated: isRepeated)
    }

    /// The branch that has a place for all that is given and leaves the least to be wished for; nil if none has.
    ///
    /// Branches can share names: schemas write orders that are both right as a choice.
    private func bestBranch(
        _ parts: [Particle],
        _ given: [[String]],
        _ all: Set<String>,
        _ taking: Taking,
        _ path: String
    ) -> Int? {
        let possible = parts.indices.filter { branch in
            !given[branch].isEmpty
                && all.subtracting(given[branch]).allSatisfy { taking.hasPlace(for: $0, outside: parts) }
        }
        guard possible.count > 1 else { return possible.first }
        let faults = possible.map { branch in
            var trial = self
            var taking = taking
            _ = trial.make(parts[branch], &taking, path, isRepeated: false)
            return trial.problems.count
        }
        return zip(possible, faults).min { $0.1 < $1.1 }?.0
    }

    /// The names that can stand directly in a particle.
    static func names(_ particle: Particle) -> [String] {
        switch particle {
        case .element(let element, _): [element.name]
        case .sequence(let parts, _), .choice(let parts, _), .all(let parts, _): parts.flatMap(names)
        case .any: []
        }
    }

    private static func label(_ particle: Particle, _ path: String) -> String {
        var names = names(particle)
        if case .sequence(let parts, _) = particle {
            let required = parts.filter { !Flattening.canBeEmpty($0) }.flatMap(Self.names)
            if !required.isEmpty { names = required }
        }
        return names.map { path.isEmpty ? $0 : path + "." + $0 }.joined(separator: " with ")
    }

    // MARK: Values

    private mutating func checked(_ value: String, _ type: ValueType?, _ fixed: String?, _ path: String) -> String {
        if !SchemaXMLWriter.canHold(value) {
            problems.append(
                BodyProblem(.badCharacter, path: path, "\(path) has a control character, which XML cannot hold.")
            )
        } else if let fixed, value != fixed {
            problems.append(
                BodyProblem(
                    path: path,
                    value: value,
                    ValueProblem(.notListed, "It can only be ‘\(fixed)’.", candidates: [fixed])
                )
            )
        } else if let problem = type?.problem(with: value) {
            problems.append(BodyProblem(path: path, value: value, problem))
        }
        return value
    }

    private mutating func missing(_ path: String, _ type: ValueType?) {
        let words = type.map { [$0.words] + $0.limits } ?? []
        let values = type.map { $0.enumeration.map(\.value) } ?? []
        let listed = values.isEmpty ? "" : ": " + values.prefix(12).joined(separator: ", ")
        let hint = words.isEmpty ? "" : " (\(words.joined(separator: ", "))\(listed))"
        problems.append(BodyProblem(.missing, path: path, "\(path) is missing\(hint).", candidates: values))
    }

    private mutating func missing(_ element: ElementDeclaration, _ path: String, _ occurrence: Occurrence, given: Int) {
        if given > 0 {
            problems.append(
                BodyProblem(
                    .missing,
                    path: path,
                    "\(path) is given \(given) times and must be there \(occurrence.minimum) times at least."
                )
            )
            return
        }
        let members = model.members(of: element.type)
        guard !members.isEmpty else { return missing(path, model.valueType(of: element.type)) }
        let needed = members.filter(\.occurrence.isRequired).map { join(path, $0.name) }
        let hint = needed.isEmpty ? "; write \(path)= for an empty one" : "; it needs " + needed.joined(separator: ", ")
        problems.append(BodyProblem(.missing, path: path, "\(path) is missing\(hint).", candidates: needed))
    }

    private func join(_ path: String, _ name: String) -> String {
        name.isEmpty ? path : path.isEmpty ? name : path + "." + name
    }
}
