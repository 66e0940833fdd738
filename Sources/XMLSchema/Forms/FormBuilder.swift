// SPDX-License-Identifier: Apache-2.0

/// Collects the fields of a form.
struct FormBuilder {
    private let model: SchemaModel
    private let depthLimit: Int
    private var fields: [FormField] = []
    private var groups = 0
    /// The named types that are open, so that a type inside itself is not shown again.
    private var openTypes: [String] = []

    init(model: SchemaModel, depthLimit: Int) {
        self.model = model
        self.depthLimit = depthLimit
    }

    mutating func fields(of element: ElementDeclaration) -> [FormField] {
        fields = []
        openTypes = [model.typeName(element.type) ?? ""]
        add(partsOf: element.type, path: "", depth: 0)
        return fields
    }

    private mutating func add(partsOf type: TypeReference, path: String, depth: Int) {
        let members = MergedMembers.of(model.members(of: type))
        let offset = groups
        groups += (members.flatMap(\.choices).map(\.group).max() ?? -1) + 1
        for member in members {
            let name = member.kind == .any ? "*" : member.name
            let memberPath = name.isEmpty ? path : path.isEmpty ? name : path + "." + name
            let typeName = model.typeName(member.type)
            let hasParts = member.kind == .element && !model.members(of: member.type).isEmpty
            let isCut = hasParts && (depth + 1 >= depthLimit || typeName.map(openTypes.contains) ?? false)
            fields.append(field(member, memberPath, depth: depth, group: offset, isCut: isCut))
            if hasParts, !isCut {
                openTypes.append(typeName ?? "")
                add(partsOf: member.type, path: memberPath, depth: depth + 1)
                openTypes.removeLast()
            }
        }
    }

    private func field(_ member: SchemaMember, _ path: String, depth: Int, group: Int, isCut: Bool) -> FormField {
        let value = model.valueType(of: member.type)
        let isPlain = value != nil && (member.kind != .element || model.members(of: member.type).isEmpty)
        let inherited = inherited(member.type)
        let notes = member.notes.completed(by: inherited.notes)
        let name = member.kind == .text ? String(path.split(separator: ".").last ?? "text") : member.name
        return FormField(
            path: path,
            name: member.name,
            depth: depth,
            kind: member.kind.rawValue,
            type: words(member, value, isPlain: isPlain),
            typeName: model.typeName(member.type),
            minimum: member.branchOccurrence.minimum,
            maximum: member.branchOccurrence.maximum,
            choices: member.choices.map {
                FormChoice(group: $0.group + group, branch: $0.branch, isRequired: $0.isRequired)
            },
            limits: isPlain ? value?.limits ?? [] : [],
            unit: notes.unit,
            values: isPlain ? (value?.enumeration ?? []).map(FormValue.init) : [],
            isClosed: isPlain && value?.isClosed ?? false,
            defaultValue: member.fixedValue ?? member.defaultValue,
            example: isPlain ? member.fixedValue ?? value?.example(for: name) : nil,
            documentation: member.documentation.isEmpty ? inherited.documentation : member.documentation,
            since: member.notes.since,
            isCut: isCut
        )
    }

    private func words(_ member: SchemaMember, _ value: ValueType?, isPlain: Bool) -> String {
        if member.kind == .any { return "anything" }
        if isPlain, let value { return value.words }
        let members = model.members(of: member.type)
        if members.isEmpty { return value?.words ?? "nothing" }
        if members.count == 1, let only = members.first, only.kind == .element, only.occurrence.isRepeated {
            return "list of " + only.name
        }
        return value == nil ? "group" : "\(value?.words ?? "text") with attributes"
    }

    /// What the type of a member says where the member itself says nothing.
    private func inherited(_ type: TypeReference) -> (documentation: String, notes: SchemaNotes) {
        var documentation = ""
        var notes = SchemaNotes()
        var next: TypeReference? = type
        while let reference = next {
            next = nil
            switch model.type(reference) {
            case .builtin: break
            case .complex(let type):
                if documentation.isEmpty { documentation = type.documentation }
                notes.unit = notes.unit ?? type.notes.unit
            case .simple(let type):
                if documentation.isEmpty { documentation = type.documentation }
                notes.unit = notes.unit ?? type.notes.unit
                if case .restriction(let base) = type.variety { next = base }
            }
        }
        return (documentation, notes)
    }
}

extension FormValue {
    fileprivate init(_ value: EnumerationValue) {
        self.init(value: value.value, documentation: value.documentation)
    }
}
