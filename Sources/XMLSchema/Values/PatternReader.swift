// SPDX-License-Identifier: Apache-2.0

/// Reads the regular expressions of XML Schema.
struct PatternReader {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func read() -> PatternExpression.Part? {
        guard let part = alternatives(), position == scalars.count else { return nil }
        return part
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func alternatives() -> PatternExpression.Part? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { return nil }
        var branches: [PatternExpression.Part] = []
        repeat {
            var parts: [PatternExpression.Part] = []
            while let scalar = next, scalar != "|", scalar != ")" {
                guard let atom = atom(), let part = quantified(atom) else { return nil }
                parts.append(part)
            }
            branches.append(.sequence(parts))
        } while take("|")
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func atom() -> PatternExpression.Part? {
        guard let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "(":
            guard let part = alternatives(), take(")") else { return nil }
            return part
        case "[": return set().map { .set($0) }
        case ".": return .set(.any)
        case "\\": return escape().map { .set($0) }
        case "?", "*", "+", "{", "}", "]": return nil
        default: return .set(.one(scalar))
        }
    }

    private mutating func quantified(_ part: PatternExpression.Part) -> PatternExpression.Part? {
        if take("?") { return .repeated(part, minimum: 0, maximum: 1) }
        if take("*") { return .repeated(part, minimum: 0, maximum: nil) }
        if take("+") { return .repeated(part, minimum: 1, maximum: nil) }
        guard take("{") else { return part }
        guard let minimum = number() else { return nil }
        if take("}") { return .repeated(part, minimum: minimum, maximum: minimum) }
        guard take(",") else { return nil }
        if take("}") { return .repeated(part, minimum: minimum, maximum: nil) }
        guard let maximum = number(), take("}"), maximum >= minimum else { return nil }
        return .repeated(part, minimum: minimum, maximum: maximum)
    }

    private mutating func number() -> Int? {
        var text = ""
        while let scalar = next, ("0"..."9").contains(scalar) {
            text.unicodeScalars.append(scalar)
            position += 1
        }
        return Int(text).flatMap { $0 <= 100_000 ? $0 : nil }
    }

    /// After a backslash.
    private mutating func escape() -> PatternSet? {
        guard let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "n": return .one("\n")
        case "r": return .one("\r")
        case "t": return .one("\t")
        case "d": return .digits
        case "D": return PatternSet.digits.negated
        case "s": return .blanks
        case "S": return PatternSet.blanks.negated
        case "w": return .word
        case "W": return PatternSet.word.negated
        case "i": return .nameStart
        case "I": return PatternSet.nameStart.negated
        case "c": return .name
        case "C": return PatternSet.name.negated
        case "p", "P": return nil
        // A character that needs no escape stands for itself: the vendor's schema writes `\:`.
        default: return .one(scalar)
        }
    }

    /// After an opening bracket.
    private mutating func set() -> PatternSet? {
        var set = PatternSet(ranges: [])
        set.isNegated = take("^")
        var isFirst = true
        while let scalar = next {
            if scalar == "]", !isFirst {
                position += 1
                return set
            }
            if scalar == "-", position + 1 < scalars.count, scalars[position + 1] == "[" {
                position += 2
                guard let inner = self.set() else { return nil }
                set.without.append(inner)
                isFirst = false
                continue
            }
            isFirst = false
            position += 1
            var low = PatternSet.one(scalar)
            if scalar == "\\" {
                guard let escaped = escape(), !escaped.isNegated else { return nil }
                low = escaped
            }
            guard next == "-", position + 1 < scalars.count, !["]", "["].contains(scalars[position + 1]),
                low.ranges.count == 1, low.ranges[0].count == 1
            else {
                set.ranges += low.ranges
                continue
            }
            position += 1
            guard var high = next else { return nil }
            position += 1
            if high == "\\" {
                guard let escaped = escape()?.ranges.first?.lowerBound, let last = Unicode.Scalar(escaped) else {
                    return nil
                }
                high = last
            }
            guard low.ranges[0].lowerBound <= high.value else { return nil }
            set.ranges.append(low.ranges[0].lowerBound...high.value)
        }
        return nil
    }
}
