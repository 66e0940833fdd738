// SPDX-License-Identifier: Apache-2.0

/// A version of the REST API, as the `v` parameter of a logon link spells it.
///
/// EM 12 and 13 offer `v1_5`, `v1_6` and `v1_7` [http_authentication].
public struct APIVersion: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
    /// The spelling, such as `v1_7`.
    public let rawValue: String

    /// A version by its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A version by its spelling.
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The API of EM 10.
    public static let v1_5: APIVersion = "v1_5"
    /// The API of EM 11.
    public static let v1_6: APIVersion = "v1_6"
    /// The API of EM 12 and 13, the first with linked jobs and linked repositories (the step is inferred).
    public static let v1_7: APIVersion = "v1_7"

    /// The order of their numbers.
    public static func < (left: APIVersion, right: APIVersion) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }

    private var numbers: [Int] {
        rawValue.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    }
}
