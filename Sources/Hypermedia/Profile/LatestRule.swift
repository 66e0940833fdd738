// SPDX-License-Identifier: Apache-2.0

/// A value that the latest of several related resources must have, such as the state of the last session of a job.
public struct LatestRule: Hashable, Sendable {
    /// The links to the collection; the first that is offered counts.
    public var links: [LinkSelector]
    /// The property by which the latest is told: the greatest text.
    public var order: PropertyPath
    /// The property that is looked at.
    public var property: PropertyPath
    /// The values that it may have.
    public var values: [String]
    /// Whether it is as good if there is none at all.
    public var mayBeNone: Bool

    /// A rule.
    public init(
        links: [LinkSelector],
        order: PropertyPath,
        property: PropertyPath,
        values: [String],
        mayBeNone: Bool
    ) {
        self.links = links
        self.order = order
        self.property = property
        self.values = values
        self.mayBeNone = mayBeNone
    }
}
