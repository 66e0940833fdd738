// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What walking a path would do: every read on the way was done, its last link was not followed.
public struct WalkPlan: Sendable {
    /// The path.
    public let path: RelPath
    /// Where its last step begins.
    public let origin: Resource
    /// The requests that were sent to get there.
    public let hops: [Hop]
    /// The request that its last link stands for, exactly as it would be sent; nil if it ends at an item.
    public let request: PreparedRequest?
    /// The item that it ends at, if it ends at one.
    public let resource: Resource?

    /// Whether following it to its end writes.
    public var isWrite: Bool { request.map { !$0.verb.isSafe } ?? false }

    /// What following it to its end does beside what it is asked for.
    public var dangers: [DangerRule] {
        guard let link = request?.link else { return [] }
        return origin.representation.profile.dangers.filter { $0.applies(to: link) }
    }
}
