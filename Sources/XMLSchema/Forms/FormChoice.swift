// SPDX-License-Identifier: Apache-2.0

/// A choice that a field is a part of: of fields with the same group, only those of one branch may be given.
public struct FormChoice: Hashable, Sendable, Encodable {
    /// The number of the choice, unique in a form.
    public let group: Int
    /// The number of the branch, from 0.
    public let branch: Int
    /// Whether one of the branches must be taken.
    public let isRequired: Bool
}
