// SPDX-License-Identifier: Apache-2.0

/// How many links or items a selector may find.
public enum Cardinality: String, Hashable, Sendable, Codable {
    /// Exactly one; anything else is an error.
    case one
    /// One or none.
    case optional
    /// Any number.
    case many
}
