// SPDX-License-Identifier: Apache-2.0

/// A decimal number of any length, compared by its digits.
struct DecimalText: Comparable {
    private let isNegative: Bool
    private let whole: [UInt8]
    private let fraction: [UInt8]

    /// Reads digits with at most one sign and point; nil if it is none.
    init?(_ text: String) {
        var rest = Substring(text)
        isNegative = rest.first == "-"
        if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        whole = Array(parts[0].utf8.drop { $0 == 48 })
        fraction = parts.count < 2 ? [] : Array(parts[1].utf8.reversed().drop { $0 == 48 }.reversed())
    }

    /// How many digits it needs.
    var digits: Int { whole.count + fraction.count }
    /// How many of them stand behind the point.
    var fractionDigits: Int { fraction.count }
    private var isZero: Bool { whole.isEmpty && fraction.isEmpty }

    static func == (left: DecimalText, right: DecimalText) -> Bool { !(left < right) && !(right < left) }

    static func < (left: DecimalText, right: DecimalText) -> Bool {
        let signs = (left.isNegative && !left.isZero, right.isNegative && !right.isZero)
        switch signs {
        case (true, false): return true
        case (false, true): return false
        case (true, true): return isLess(right, left)
        case (false, false): return isLess(left, right)
        }
    }

    private static func isLess(_ left: DecimalText, _ right: DecimalText) -> Bool {
        if left.whole.count != right.whole.count { return left.whole.count < right.whole.count }
        if left.whole != right.whole { return left.whole.lexicographicallyPrecedes(right.whole) }
        return left.fraction.lexicographicallyPrecedes(right.fraction)
    }
}
