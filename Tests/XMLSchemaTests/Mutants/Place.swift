// SPDX-License-Identifier: Apache-2.0

/// An element in the element around it: what the tables speak of, by names alone.
struct Place: Hashable, Comparable, CustomStringConvertible {
    let parent: String
    let child: String

    /// Whether the parent is named after many of the child, such as `ComputeResources`: a list, however long.
    var isListItem: Bool { child.hasSuffix(parent.dropLast()) }

    var description: String { "\(parent)/\(child)" }

    static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
