// SPDX-License-Identifier: Apache-2.0

extension ValueType {
    /// The type in plain words, such as `whole number`.
    public var words: String {
        switch self {
        case .atomic(let type, _): type.kind == .integer ? "whole number" : type.kind.rawValue
        case .list(let item, _): "list of " + item.words
        case .union: kind == .integer ? "whole number" : kind.rawValue
        }
    }

    /// The limits in plain words, one each; the listed values are not among them.
    public var limits: [String] {
        let unit: String
        if case .list = self { unit = "items" } else { unit = "characters" }
        var limits: [String] = []
        if let exact = facets.length { limits.append("exactly \(exact) \(unit)") }
        switch (facets.minimumLength, facets.maximumLength) {
        case (let least?, let most?) where least == most: limits.append("exactly \(least) \(unit)")
        case (let least?, let most?) where least > 0: limits.append("\(least) to \(most) \(unit)")
        case (_, let most?): limits.append("at most \(most) \(unit)")
        case (let least?, nil) where least > 0:
            limits.append("at least \(least) \(least == 1 ? String(unit.dropLast()) : unit)")
        default: break
        }
        if let least = facets.minimumInclusive { limits.append("at least \(least)") }
        if let least = facets.minimumExclusive { limits.append("more than \(least)") }
        if let most = facets.maximumInclusive { limits.append("at most \(most)") }
        if let most = facets.maximumExclusive { limits.append("less than \(most)") }
        if let digits = facets.totalDigits { limits.append("at most \(digits) digits") }
        if let digits = facets.fractionDigits { limits.append("at most \(digits) digits behind the point") }
        for patterns in facets.patterns {
            limits.append("like " + patterns.map(PatternWords.of).joined(separator: " or "))
        }
        if case .union(let members, _) = self, limits.isEmpty {
            // Alternatives limit only together; one without limits makes the others mere hints.
            let each = members.filter { $0.facets.enumeration.isEmpty }.map(\.limits)
            if !each.isEmpty, each.allSatisfy({ !$0.isEmpty }) {
                limits.append(each.map { $0.joined(separator: ", ") }.joined(separator: "; or "))
            }
        }
        return limits
    }
}
