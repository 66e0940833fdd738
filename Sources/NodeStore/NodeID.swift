// SPDX-License-Identifier: Apache-2.0

/// The index of a node in its NodeStore; document order is index order.
public struct NodeID: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The index in the node column.
    public let rawValue: UInt32

    /// A node by its index.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The first node of every store.
    public static let root = NodeID(rawValue: 0)

    /// Document order.
    @inlinable
    public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}
