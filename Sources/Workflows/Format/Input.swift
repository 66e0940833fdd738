// SPDX-License-Identifier: Apache-2.0

/// An input of a workflow, in a subset of JSON Schema 2020-12.
public struct Input: Hashable, Sendable {
    /// What kind of value it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Text.
        case string
        /// A whole number.
        case integer
        /// A number.
        case number
        /// `true` or `false`.
        case boolean
    }

    /// Its name.
    public let name: String
    /// What kind of value it is.
    public let kind: Kind
    /// What it is for; nil if the name says enough.
    public let description: String?
    /// Whether it must be given.
    public let isRequired: Bool
    /// Its value if it is not given; may hold other inputs, such as `$inputs.name`.
    public let defaultValue: Template?
    /// What it must keep within.
    public let limits: InputLimits
    /// The only texts it may be; empty for any.
    public let choices: [String]
    /// Whether it is a secret that no journal, log or event may show (`writeOnly`).
    public let isSecret: Bool
    /// Where it stands in the file.
    public let position: SourcePosition
}
