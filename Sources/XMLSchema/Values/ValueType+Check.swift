// SPDX-License-Identifier: Apache-2.0

extension ValueType {
    /// What is wrong with a value; nil if it is a value of this type.
    ///
    /// Bounds of dates and times are not compared, and patterns with Unicode blocks count as met: a validator says
    /// more.
    public func problem(with value: String) -> ValueProblem? {
        switch self {
        case .atomic(let type, let facets):
            let text = Self.normalised(value, facets.whiteSpace ?? Self.whiteSpace(of: type))
            if !facets.enumeration.isEmpty { return Self.listProblem(text, facets.enumeration) }
            guard LexicalForm.accepts(text, as: type) else {
                return ValueProblem(.wrongType, "‘\(value)’ is no \(words).")
            }
            return Self.problem(text, length: text.unicodeScalars.count, unit: "characters", type.kind, facets)
        case .list(let item, let facets):
            let items = value.split(whereSeparator: \.isWhitespace)
            for text in items { if let problem = item.problem(with: String(text)) { return problem } }
            if !facets.enumeration.isEmpty { return Self.listProblem(value, facets.enumeration) }
            return Self.problem(value, length: items.count, unit: "items", .text, facets)
        case .union(let members, let facets):
            guard !members.isEmpty, members.allSatisfy({ $0.problem(with: value) != nil }) else {
                if !facets.enumeration.isEmpty { return Self.listProblem(value, facets.enumeration) }
                return Self.problem(value, length: value.unicodeScalars.count, unit: "characters", .text, facets)
            }
            if isClosed { return Self.listProblem(value, enumeration) }
            return members.compactMap { $0.problem(with: value) }.last
        }
    }

    private static func listProblem(_ value: String, _ list: [EnumerationValue]) -> ValueProblem? {
        let values = list.map(\.value)
        if values.contains(value) { return nil }
        let near = NearestNames.of(value, in: values)
        let hint = near.first.map { " Did you mean \($0)?" } ?? ""
        return ValueProblem(
            .notListed,
            "‘\(value)’ is none of \(values.joined(separator: ", ")).\(hint)",
            candidates: near.isEmpty ? values : near
        )
    }

    private static func problem(
        _ value: String,
        length: Int,
        unit: String,
        _ kind: ValueKind,
        _ facets: Facets
    ) -> ValueProblem? {
        if let exact = facets.length, length != exact, kind != .binary {
            return ValueProblem(.outOfLimits, "‘\(value)’ has \(length) \(unit) and must have \(exact).")
        }
        if let least = facets.minimumLength, length < least, kind != .binary {
            return ValueProblem(.outOfLimits, "‘\(value)’ has \(length) \(unit) and must have \(least) at least.")
        }
        if let most = facets.maximumLength, length > most, kind != .binary {
            return ValueProblem(.outOfLimits, "‘\(value)’ has \(length) \(unit) and may have \(most) at most.")
        }
        if let number = DecimalText(value), [.integer, .decimal, .float].contains(kind) {
            if let problem = boundProblem(value, number, facets) { return problem }
        }
        for patterns in facets.patterns where !patterns.contains(where: { Self.matches(value, $0) }) {
            let like = patterns.lazy.compactMap { PatternExpression($0)?.example() }.first
            let hint = like.map { ", such as \($0)" } ?? ""
            return ValueProblem(
                .wrongPattern,
                "‘\(value)’ does not look like \(patterns.joined(separator: " or "))\(hint)."
            )
        }
        return nil
    }

    private static func boundProblem(_ value: String, _ number: DecimalText, _ facets: Facets) -> ValueProblem? {
        func bound(_ text: String?) -> DecimalText? { text.flatMap(DecimalText.init) }
        if let least = bound(facets.minimumInclusive), number < least {
            return ValueProblem(.outOfLimits, "\(value) is less than \(facets.minimumInclusive ?? "").")
        }
        if let least = bound(facets.minimumExclusive), !(least < number) {
            return ValueProblem(.outOfLimits, "\(value) is not greater than \(facets.minimumExclusive ?? "").")
        }
        if let most = bound(facets.maximumInclusive), most < number {
            return ValueProblem(.outOfLimits, "\(value) is greater than \(facets.maximumInclusive ?? "").")
        }
        if let most = bound(facets.maximumExclusive), !(number < most) {
            return ValueProblem(.outOfLimits, "\(value) is not less than \(facets.maximumExclusive ?? "").")
        }
        if let digits = facets.totalDigits, number.digits > digits {
            return ValueProblem(.outOfLimits, "\(value) has more than \(digits) digits.")
        }
        if let digits = facets.fractionDigits, number.fractionDigits > digits {
            return ValueProblem(.outOfLimits, "\(value) has more than \(digits) digits behind the point.")
        }
        return nil
    }

    private static func matches(_ value: String, _ pattern: String) -> Bool {
        PatternExpression(pattern)?.matches(value) ?? true
    }

    private static func whiteSpace(of type: BuiltinType) -> String {
        switch type.rawValue {
        case "string", "anySimpleType": "preserve"
        case "normalizedString": "replace"
        default: "collapse"
        }
    }

    private static func normalised(_ value: String, _ rule: String) -> String {
        switch rule {
        case "collapse": value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case "replace": String(value.map { $0.isWhitespace ? " " : $0 })
        default: value
        }
    }
}
