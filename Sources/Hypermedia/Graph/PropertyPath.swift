// SPDX-License-Identifier: Apache-2.0

/// Where a value stands in a resource: names joined by dots, such as `JobInfo.BackupJobInfo.Includes`.
///
/// A name fits an attribute or an element, in XML or JSON, without regard to ASCII case.
public struct PropertyPath: Hashable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The names in order.
    public let names: [String]

    /// A path by its names.
    public init(names: [String]) { self.names = names }

    /// A path by its text.
    public init(_ text: String) {
        names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    /// A path by its text.
    public init(stringLiteral value: String) { self.init(value) }

    /// The text.
    public var description: String { names.joined(separator: ".") }
}
