// SPDX-License-Identifier: Apache-2.0

/// One value of an enumeration.
public struct EnumerationValue: Hashable, Sendable {
    /// The value.
    public let value: String
    /// What it means, empty if the schema does not say.
    public let documentation: String
    /// The notes.
    public let notes: SchemaNotes

    /// A value.
    public init(_ value: String, documentation: String = "", notes: SchemaNotes = SchemaNotes()) {
        self.value = value
        self.documentation = documentation
        self.notes = notes
    }
}
