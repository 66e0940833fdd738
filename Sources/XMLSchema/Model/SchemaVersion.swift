// SPDX-License-Identifier: Apache-2.0

/// A version as schemas note and servers name it, such as `1.5` or `v1_5`; versions compare by their numbers.
public struct SchemaVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let numbers: [Int]

    /// A version by its text; nil if it is none, such as `unknown`.
    public init?(_ text: String) {
        var rest = Substring(text)
        if rest.first == "v" || rest.first == "V" { rest.removeFirst() }
        let parts = rest.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "_" }
        let numbers = parts.compactMap { Int($0) }
        guard !numbers.isEmpty, numbers.count == parts.count else { return nil }
        self.numbers = numbers
    }

    /// The version with points.
    public var description: String { numbers.map(String.init).joined(separator: ".") }

    /// Whether one comes before another.
    public static func < (left: SchemaVersion, right: SchemaVersion) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
