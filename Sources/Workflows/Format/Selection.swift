// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Which item of a collection a step goes on with.
public struct Selection: Hashable, Sendable {
    /// The element name of the item; nil if any will do.
    public let item: String?
    /// What it must hold.
    public let filter: ItemFilter
    /// The one of those that fit whose number or time here is greatest, such as `CreationTimeUTC`; nil for all.
    public let greatest: PropertyPath?
    /// How many there may be.
    public let cardinality: Cardinality
    /// Where it stands in the file.
    public let position: SourcePosition
}
