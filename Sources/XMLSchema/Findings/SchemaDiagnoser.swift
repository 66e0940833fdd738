// SPDX-License-Identifier: Apache-2.0

public import LibXML

/// Says what libxml2 found against a document in words a person can act on, by the model of the same schema.
///
/// libxml2's messages differ between versions, so nothing is taken out of them here: its number says what kind of
/// error it is, the surroundings of the place and the model say the rest.
public struct SchemaDiagnoser: Sendable {
    let model: SchemaModel
    let isOrdered: Bool

    /// A diagnoser.
    ///
    /// - Parameters:
    ///   - model: the schema that the findings come from.
    ///   - isOrdered: whether the order of elements means anything to the reader of the diagnoses.
    public init(model: SchemaModel, isOrdered: Bool = true) {
        self.model = model
        self.isOrdered = isOrdered
    }

    /// The diagnoses of a report, in document order: one for each thing that is wrong.
    ///
    /// Of a value that breaks a limit libxml2 also says that it is not of its type; that is left out.
    public func diagnoses(of report: SchemaReport) -> [SchemaDiagnosis] {
        pairs(of: report).map(\.diagnosis)
    }

    /// The same, each with the finding it comes from.
    func pairs(of report: SchemaReport) -> [(finding: SchemaFinding, diagnosis: SchemaDiagnosis)] {
        var pairs: [(SchemaFinding, SchemaDiagnosis)] = []
        var former: SchemaFinding?
        for finding in report.findings {
            if let former, Self.follows(finding, former) { continue }
            let diagnosis = diagnosis(of: finding)
            if former?.kind != .contentNotAllowed || former?.path != finding.path { former = finding }
            // Each child of an element that must be empty is told of by the same words.
            if let last = pairs.last, last.1 == diagnosis { continue }
            pairs.append((finding, diagnosis))
        }
        return pairs
    }

    /// Whether a finding only repeats that the value of the former one is no value.
    private static func follows(_ finding: SchemaFinding, _ former: SchemaFinding) -> Bool {
        guard former.path == finding.path, former.context?.element == finding.context?.element else { return false }
        if finding.kind == .wrongType { return limits.contains(former.kind) || former.kind == .contentNotAllowed }
        return limits.contains(finding.kind) && former.kind == .contentNotAllowed
    }

    private static let limits: Set<SchemaFindingKind> = [
        .notInEnumeration, .wrongPattern, .tooLong, .tooShort, .outOfRange,
    ]

    /// What one finding means.
    public func diagnosis(of finding: SchemaFinding) -> SchemaDiagnosis {
        let words = words(for: finding)
        return SchemaDiagnosis(
            code: words.kind.rawValue,
            message: words.message,
            allowed: words.allowed,
            path: finding.path,
            line: finding.line > 0 ? finding.line : nil
        )
    }

    /// A kind, a sentence, and what is allowed.
    struct Words {
        let kind: SchemaFindingKind
        let message: String
        var allowed: [String] = []
    }

    private func words(for finding: SchemaFinding) -> Words {
        let kind = finding.kind
        guard let context = finding.context, let last = context.steps.last else {
            return Words(kind: kind, message: finding.message)
        }
        let name = last.name
        let type = type(of: context.steps)
        switch kind {
        case .unknownRoot: return context.steps.count == 1 ? rootWords(last) : elementWords(context)
        case .unexpectedElement: return elementWords(context)
        case .missingElement: return missingWords(context, type)
        case .unknownAttribute: return attributeWords(context, type)
        case .missingAttribute:
            let attribute = context.attribute ?? "?"
            return Words(kind: kind, message: "\(name) must have the attribute \(attribute).", allowed: [attribute])
        case .wrongType, .notInEnumeration, .wrongPattern, .tooLong, .tooShort, .outOfRange, .wrongValue:
            return valueWords(kind, context, type)
        case .textNotAllowed:
            return Words(
                kind: kind,
                message: "\(name) holds elements and no text of its own, but there is text in it.",
                allowed: type.map(elementNames) ?? []
            )
        case .contentNotAllowed:
            let isValue = type.flatMap { model.valueType(of: $0) } != nil
            return Words(
                kind: kind,
                message: isValue ? "\(name) holds a value and no elements." : "\(name) must be empty."
            )
        case .wrongNil:
            return Words(kind: kind, message: "\(name) cannot be nil here, or is nil and has content.")
        case .wrongTypeName:
            return Words(kind: kind, message: "\(name) has no type that can be used here; xsi:type must name one.")
        default:
            return Words(kind: kind, message: "\(name) breaks a rule of the schema (libxml2 error \(finding.code)).")
        }
    }

    // MARK: Types

    /// The type of the element that steps lead to; nil if the schema does not know the way.
    func type(of steps: [SchemaContext.Step]) -> TypeReference? {
        guard let first = steps.first, let root = model.declaredElement(first.name) else { return nil }
        var type = chosen(first, root.type)
        for step in steps.dropFirst() {
            guard let member = member(step.name, of: type) else { return nil }
            type = chosen(step, member.type)
        }
        return type
    }

    /// `xsi:type` decides where it names a type of the schema.
    private func chosen(_ step: SchemaContext.Step, _ declared: TypeReference) -> TypeReference {
        guard let name = step.type?.split(separator: ":").last.map(String.init) else { return declared }
        let isKnown = model.complexType(named: name) != nil || model.simpleType(named: name) != nil
        return isKnown ? .named(name) : declared
    }

    func member(_ name: String, of type: TypeReference) -> SchemaMember? {
        model.members(of: type).first { $0.kind == .element && $0.name == name }
    }

    func elementNames(_ type: TypeReference) -> [String] {
        var names: [String] = []
        for member in model.members(of: type) where member.kind == .element && !names.contains(member.name) {
            names.append(member.name)
        }
        return names
    }

    func attributeNames(_ type: TypeReference) -> [String] {
        model.members(of: type).filter { $0.kind == .attribute }.map(\.name)
    }

    /// The content of a type before its first child; nil if it has no elements.
    func content(_ type: TypeReference) -> ContentState? {
        guard case .complex(let complex) = model.type(type) else { return nil }
        return ContentState(model.particles(of: complex))
    }

    // MARK: Roots

    private func rootWords(_ root: SchemaContext.Step) -> Words {
        let wanted = model.targetNamespace
        if root.namespace != wanted {
            let found = root.namespace.map { "in the namespace ‘\($0)’" } ?? "in no namespace"
            let should = wanted.map { "‘\($0)’" } ?? "none"
            return Words(
                kind: .wrongNamespace,
                message: "The root \(root.name) is \(found); the schema is about \(should).",
                allowed: wanted.map { [$0] } ?? []
            )
        }
        let near = NearestNames.of(root.name, in: model.elements.map(\.name))
        return Words(
            kind: .unknownRoot,
            message: "The schema knows no root element \(root.name)." + Self.hint(near),
            allowed: near
        )
    }

    static func hint(_ near: [String]) -> String { near.first.map { " Did you mean \($0)?" } ?? "" }

    /// Names in words, cut off where there are many.
    static func list(_ names: [String]) -> String {
        let shown = names.prefix(8)
        let rest = names.count - shown.count
        if rest > 0 { return shown.joined(separator: ", ") + " or \(rest) more" }
        guard let last = shown.last, shown.count > 1 else { return names.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " or " + last
    }
}
