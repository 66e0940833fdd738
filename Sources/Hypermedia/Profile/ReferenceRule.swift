// SPDX-License-Identifier: Apache-2.0

/// How the two representations of a resource point at each other: the reference that lists hold, and the entity.
public struct ReferenceRule: Hashable, Sendable {
    /// How the type of a reference ends.
    public var suffix: String
    /// The relation that leads from one to the other.
    public var alternate: Rel

    /// A rule.
    public init(suffix: String, alternate: Rel) {
        self.suffix = suffix
        self.alternate = alternate
    }

    /// Whether a type is that of a reference.
    public func isReference(_ type: LinkType?) -> Bool { type?.rawValue.hasSuffix(suffix) ?? false }
}
