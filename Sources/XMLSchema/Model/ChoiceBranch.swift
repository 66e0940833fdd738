// SPDX-License-Identifier: Apache-2.0

/// Where in a choice a member stands: members with the same group and different branches exclude each other.
public struct ChoiceBranch: Hashable, Sendable {
    /// The number of the choice, unique among the members of one element.
    public let group: Int
    /// The number of the branch in the choice, from 0.
    public let branch: Int
    /// Whether one branch must be taken: the choice is required and no branch may be empty.
    public let isRequired: Bool

    /// A branch.
    public init(group: Int, branch: Int, isRequired: Bool) {
        self.group = group
        self.branch = branch
        self.isRequired = isRequired
    }
}
