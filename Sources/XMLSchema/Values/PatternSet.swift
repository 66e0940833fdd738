// SPDX-License-Identifier: Apache-2.0

/// A set of characters in a pattern.
struct PatternSet: Sendable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false
    /// What is taken away from it, as in `[a-z-[aeiou]]`: at most one.
    var without: [PatternSet] = []

    static func one(_ scalar: Unicode.Scalar) -> PatternSet { PatternSet(ranges: [scalar.value...scalar.value]) }
    static let digits = PatternSet(ranges: [48...57])
    static let blanks = PatternSet(ranges: [9...10, 13...13, 32...32])
    /// Letters, digits and the like; beyond ASCII all but a few blanks and punctuation, which is near enough.
    static let word = PatternSet(ranges: [
        48...57, 65...90, 95...95, 97...122, 0xAA...0xAA, 0xB5...0x1FFF, 0x2C00...0x10FFFF,
    ])
    static let nameStart = PatternSet(ranges: [58...58, 65...90, 95...95, 97...122, 0xC0...0x1FFF, 0x2C00...0xD7FF])
    static let name = PatternSet(ranges: [45...46, 48...58, 65...90, 95...95, 97...122, 0xB7...0x1FFF, 0x2C00...0xD7FF])
    /// All but line ends.
    static let any = PatternSet(ranges: [10...10, 13...13], isNegated: true)

    var negated: PatternSet { PatternSet(ranges: ranges, isNegated: !isNegated, without: without) }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        // Plain loops: this is asked for every character of every example and every value.
        var isIn = isNegated
        for range in ranges where range.lowerBound <= scalar.value && scalar.value <= range.upperBound {
            isIn = !isNegated
            break
        }
        guard isIn else { return false }
        for set in without where set.contains(scalar) { return false }
        return true
    }

    /// Some members, those that read well first: no capital where there is the small letter.
    var examples: [Unicode.Scalar] {
        var digits: [Unicode.Scalar] = []
        var capitals: [Unicode.Scalar] = []
        var letters: [Unicode.Scalar] = []
        var others: [Unicode.Scalar] = []
        for code in UInt8(0x21)...0x7E {
            let scalar = Unicode.Scalar(code)
            guard contains(scalar) else { continue }
            switch code {
            case 0x30...0x39: digits.append(scalar)
            case 0x41...0x5A: if !contains(Unicode.Scalar(code + 32)) { capitals.append(scalar) }
            case 0x61...0x7A: letters.append(scalar)
            default: others.append(scalar)
            }
        }
        letters = capitals + letters
        // Sets of everything give letters.
        if isNegated, !letters.isEmpty { return letters }
        let plain = digits + letters
        if !plain.isEmpty { return plain }
        return others.isEmpty ? ranges.prefix(1).compactMap { Unicode.Scalar($0.lowerBound) } : others
    }
}
