// SPDX-License-Identifier: Apache-2.0

/// A value that the schema names.
public struct FormValue: Hashable, Sendable, Encodable {
    /// The value.
    public let value: String
    /// What it means, empty if the schema does not say.
    public let documentation: String
}
