// SPDX-License-Identifier: Apache-2.0

/// Items of a collection that fit.
public struct Existence: Hashable, Sendable {
    /// The collection; nil for the resource at hand.
    public let from: Expression?
    /// The element name of the items; nil if any will do.
    public let item: String?
    /// What they must hold.
    public let filter: ItemFilter
    /// Where it stands in the file.
    public let position: SourcePosition
}
