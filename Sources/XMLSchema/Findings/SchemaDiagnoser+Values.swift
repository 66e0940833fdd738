// SPDX-License-Identifier: Apache-2.0

import LibXML

extension SchemaDiagnoser {
    /// What is wrong with a value.
    func valueWords(_ kind: SchemaFindingKind, _ context: SchemaContext, _ type: TypeReference?) -> Words {
        let element = context.steps.last?.name ?? ""
        let name = context.attribute.map { "The attribute \($0) of \(element)" } ?? element
        var reference = type
        if let attribute = context.attribute, let type {
            reference = model.members(of: type).first { $0.kind == .attribute && $0.name == attribute }?.type
        }
        let shown = Self.shown(context.value, of: context.attribute ?? element)
        guard let values = reference.flatMap({ model.valueType(of: $0) }) else {
            return Words(kind: kind, message: "\(name)\(Self.has(shown)), which is not allowed there.")
        }
        let listed = values.enumeration.map(\.value)
        let facets = values.facets
        switch kind {
        case .notInEnumeration: return listWords(name, shown, context.value, listed)
        case .wrongType where values.isClosed: return listWords(name, shown, context.value, listed)
        case .wrongPattern:
            let patterns = facets.patterns.last ?? []
            return Words(
                kind: kind,
                message:
                    "\(name)\(Self.has(shown)), which does not look like \(Self.list(patterns.map(PatternWords.of))).",
                allowed: patterns
            )
        case .tooLong:
            let most = facets.length ?? facets.maximumLength
            return limitWords(kind, name, shown, most.map { "at most \($0) characters" } ?? "fewer characters")
        case .tooShort:
            let least = facets.length ?? facets.minimumLength
            return limitWords(kind, name, shown, least.map { "at least \($0) characters" } ?? "more characters")
        case .outOfRange:
            return limitWords(kind, name, shown, Self.range(values).joined(separator: " and "))
        default:
            let what = Self.words(values)
            return Words(
                kind: kind,
                message: "\(name)\(Self.has(shown)), which is no \(what).",
                allowed: listed.isEmpty ? [what] + Self.range(values) + facets.patterns.flatMap { $0 } : listed
            )
        }
    }

    private func listWords(_ name: String, _ shown: String?, _ value: String?, _ listed: [String]) -> Words {
        let near = value.map { NearestNames.of($0, in: listed) } ?? []
        return Words(
            kind: .notInEnumeration,
            message: "\(name)\(Self.has(shown)), which is none of \(Self.list(listed)).\(Self.hint(near))",
            allowed: listed
        )
    }

    private func limitWords(_ kind: SchemaFindingKind, _ name: String, _ shown: String?, _ limit: String) -> Words {
        Words(kind: kind, message: "\(name)\(Self.has(shown)); it must be \(limit).", allowed: [limit])
    }

    private static func has(_ shown: String?) -> String {
        shown.map { $0.isEmpty ? " is empty" : " is ‘\($0)’" } ?? " has a value"
    }

    /// A value as far as it can be repeated: short, on one line, and no secret.
    static func shown(_ value: String?, of name: String) -> String? {
        guard let value else { return nil }
        if isSecret(name) { return value.isEmpty ? "" : nil }
        let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 60 ? line.prefix(60) + "…" : line
    }

    /// Whether the values of what has this name are never to be repeated.
    public static func isSecret(_ name: String) -> Bool {
        let folded = name.lowercased()
        return ["password", "passphrase", "secret", "token", "sessionid", "privatekey", "passkey"]
            .contains { folded.contains($0) }
    }

    private static func range(_ type: ValueType) -> [String] {
        let facets = type.facets
        var limits: [String] = []
        if let exact = facets.length { limits.append("exactly \(exact) characters") }
        if let least = facets.minimumInclusive { limits.append("at least \(least)") }
        if let least = facets.minimumExclusive { limits.append("more than \(least)") }
        if let most = facets.maximumInclusive { limits.append("at most \(most)") }
        if let most = facets.maximumExclusive { limits.append("less than \(most)") }
        if let digits = facets.totalDigits { limits.append("of at most \(digits) digits") }
        if let digits = facets.fractionDigits { limits.append("of at most \(digits) digits behind the point") }
        return limits
    }

    private static func words(_ type: ValueType) -> String {
        switch type {
        case .atomic(let builtin, _): builtin.kind == .integer ? "whole number" : builtin.kind.rawValue
        case .list(let item, _): "list of " + words(item)
        case .union(let members, _): Set(members.map(words)).sorted().joined(separator: " or ")
        }
    }
}
