// SPDX-License-Identifier: Apache-2.0

/// The limits of a simple type.
public struct Facets: Hashable, Sendable {
    /// The only values, if they are listed.
    public var enumeration: [EnumerationValue]
    /// Patterns; each inner list comes from one type, and a value must match one of each list.
    public var patterns: [[String]]
    /// The exact length: characters, items of a list, or bytes of binary data.
    public var length: Int?
    /// The least length.
    public var minimumLength: Int?
    /// The greatest length.
    public var maximumLength: Int?
    /// The least value, in the words of the schema.
    public var minimumInclusive: String?
    /// What every value is above.
    public var minimumExclusive: String?
    /// The greatest value.
    public var maximumInclusive: String?
    /// What every value is below.
    public var maximumExclusive: String?
    /// The most digits.
    public var totalDigits: Int?
    /// The most digits behind the point.
    public var fractionDigits: Int?
    /// What becomes of blanks: `preserve`, `replace` or `collapse`.
    public var whiteSpace: String?

    /// No limits.
    public init() {
        enumeration = []
        patterns = []
    }

    /// These limits on top of those of the type they restrict: the narrower one counts.
    public func narrowing(_ base: Facets) -> Facets {
        var result = self
        if enumeration.isEmpty { result.enumeration = base.enumeration }
        result.patterns = base.patterns + patterns
        result.length = length ?? base.length
        result.minimumLength = minimumLength ?? base.minimumLength
        result.maximumLength = maximumLength ?? base.maximumLength
        if minimumInclusive == nil, minimumExclusive == nil {
            result.minimumInclusive = base.minimumInclusive
            result.minimumExclusive = base.minimumExclusive
        }
        if maximumInclusive == nil, maximumExclusive == nil {
            result.maximumInclusive = base.maximumInclusive
            result.maximumExclusive = base.maximumExclusive
        }
        result.totalDigits = totalDigits ?? base.totalDigits
        result.fractionDigits = fractionDigits ?? base.fractionDigits
        result.whiteSpace = whiteSpace ?? base.whiteSpace
        return result
    }
}
