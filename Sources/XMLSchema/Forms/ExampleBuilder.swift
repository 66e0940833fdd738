// SPDX-License-Identifier: Apache-2.0

/// Makes example bodies of a schema.
struct ExampleBuilder {
    private let model: SchemaModel
    private let extent: ExampleExtent
    /// The branches to take, by the place of the choice; the first one otherwise.
    private let selection: [String: Int]
    /// Every choice that was met, with the number of its branches.
    private(set) var choices: [(place: String, labels: [String])] = []
    private var places: Set<String> = []
    /// Examples of values by type and name: the same few come again and again.
    private(set) var values: [String: String]
    /// The types that are open, so that one inside itself is met once only.
    private var openTypes: [String] = []

    init(model: SchemaModel, extent: ExampleExtent, selection: [String: Int] = [:], values: [String: String] = [:]) {
        self.values = values
        self.model = model
        self.extent = extent
        self.selection = selection
    }

    mutating func body(_ element: ElementDeclaration) -> SchemaBody {
        SchemaBody(
            root: node(element, path: element.name, isRepeatable: false, isReduced: false),
            namespace: model.targetNamespace
        )
    }

    /// - Parameter isReduced: whether only what must be there is made, as inside a type that contains itself.
    private mutating func node(
        _ element: ElementDeclaration,
        path: String,
        isRepeatable: Bool,
        isReduced: Bool
    ) -> SchemaBodyNode {
        let content: SchemaBodyNode.Content
        if case .complex(let type) = model.type(element.type) {
            let name = model.typeName(element.type) ?? ""
            // What must contain itself cannot be made at all; this ends it.
            let isTooDeep = openTypes.count > 40
            let isReduced = isReduced || (!name.isEmpty && openTypes.contains(name)) || extent == .minimal
            openTypes.append(name)
            let nodes = isTooDeep ? [] : parts(type, element: element, path: path, isReduced: isReduced)
            openTypes.removeLast()
            content = .nodes(nodes)
        } else {
            let type = model.valueType(of: element.type)
            let value = element.fixedValue ?? example(type, of: element.type, for: element.name)
            content = .value(value, type?.kind ?? .text)
        }
        return SchemaBodyNode(
            name: element.name,
            kind: .element,
            content: content,
            isRepeatable: isRepeatable
        )
    }

    private mutating func parts(
        _ type: ComplexType,
        element: ElementDeclaration,
        path: String,
        isReduced: Bool
    ) -> [SchemaBodyNode] {
        var nodes: [SchemaBodyNode] = []
        for attribute in model.attributes(of: type) where !attribute.isProhibited {
            guard attribute.isRequired || !isReduced else { continue }
            let valueType = model.valueType(of: attribute.type)
            let value = attribute.fixedValue ?? example(valueType, of: attribute.type, for: attribute.name)
            nodes.append(
                SchemaBodyNode(
                    name: attribute.name,
                    kind: .attribute,
                    content: .value(value, valueType?.kind ?? .text)
                )
            )
        }
        if let valueType = model.valueType(of: element.type) {
            let text = element.fixedValue ?? valueType.example(for: element.name)
            nodes.append(SchemaBodyNode(name: "", kind: .text, content: .value(text, valueType.kind)))
        }
        for (index, particle) in model.particles(of: type).enumerated() {
            nodes += make(particle, path: path, place: path + "#\(index)", isReduced: isReduced, isRepeated: false)
        }
        return nodes
    }

    private mutating func make(
        _ particle: Particle,
        path: String,
        place: String,
        isReduced: Bool,
        isRepeated: Bool
    ) -> [SchemaBodyNode] {
        let occurrence = particle.occurrence
        let wanted = isReduced ? occurrence.minimum : max(occurrence.minimum, occurrence.maximum == 0 ? 0 : 1)
        let isRepeated = isRepeated || occurrence.isRepeated
        var nodes: [SchemaBodyNode] = []
        for _ in 0..<min(wanted, 100) {
            switch particle {
            case .element(let element, _):
                nodes.append(
                    node(element, path: path + "." + element.name, isRepeatable: isRepeated, isReduced: isReduced)
                )
            case .sequence(let parts, _), .all(let parts, _):
                for (index, part) in parts.enumerated() {
                    nodes += make(
                        part,
                        path: path,
                        place: place + ".\(index)",
                        isReduced: isReduced,
                        isRepeated: isRepeated
                    )
                }
            case .choice(let parts, _):
                guard !parts.isEmpty else { continue }
                // A repeated choice shows all its branches in turn.
                let isMix = occurrence.isRepeated && !isReduced && parts.count > 1
                let branch = selection[place] ?? 0
                if !isMix, parts.count > 1, places.insert(place).inserted {
                    choices.append((place, parts.map { path + "." + (Self.firstName($0) ?? "") }))
                }
                let taken = isMix ? Array(parts.indices) : [min(branch, parts.count - 1)]
                for index in taken {
                    nodes += make(
                        parts[index],
                        path: path,
                        place: place + ".\(index)",
                        isReduced: isReduced,
                        isRepeated: isRepeated
                    )
                }
            case .any: break
            }
        }
        return nodes
    }

    private mutating func example(_ type: ValueType?, of reference: TypeReference, for name: String) -> String {
        guard let type else { return "" }
        guard let typeName = model.typeName(reference) else { return type.example(for: name) }
        let key = typeName + " " + name
        if let value = values[key] { return value }
        let value = type.example(for: name)
        values[key] = value
        return value
    }

    private static func firstName(_ particle: Particle) -> String? {
        switch particle {
        case .element(let element, _): element.name
        case .sequence(let parts, _), .choice(let parts, _), .all(let parts, _): parts.lazy.compactMap(firstName).first
        case .any: nil
        }
    }
}
