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
        let isIn = ranges.contains { $0.contains(scalar.value) } != isNegated
        return isIn && !without.contains { $0.contains(scalar) }
    }

    /// Some members, those that read well first: no capital where there is the small letter.
    var examples: [Unicode.Scalar] {
        let ascii = (0x21...0x7E).compactMap { Unicode.Scalar(UInt32($0)) }.filter(contains)
        let plain = ascii.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
        if plain.isEmpty {
            return ascii.isEmpty ? ranges.prefix(1).compactMap { Unicode.Scalar($0.lowerBound) } : ascii
        }
        let small = plain.filter { scalar in
            !("A"..."Z").contains(scalar) || Unicode.Scalar(scalar.value + 32).map { !contains($0) } ?? true
        }
        // Sets of everything give letters.
        let letters = small.filter { !("0"..."9").contains($0) }
        return isNegated && !letters.isEmpty ? letters : small
    }
}
