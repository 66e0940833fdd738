// SPDX-License-Identifier: Apache-2.0

/// By which relations resources point at what they belong to, and at what belongs to them.
public struct HierarchyRule: Hashable, Sendable {
    /// The relation that leads to what a resource belongs to.
    public var up: Rel
    /// The relation that leads to what belongs to a resource.
    public var down: Rel

    /// A rule.
    public init(up: Rel, down: Rel) {
        self.up = up
        self.down = down
    }
}
