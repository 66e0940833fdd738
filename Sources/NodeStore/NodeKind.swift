// SPDX-License-Identifier: Apache-2.0

/// What a node was in the document it came from.
///
/// XML knows elements only. JSON keeps the kind of its values, so that a document can be written back as it came.
public enum NodeKind: UInt8, Sendable, BitwiseCopyable {
    /// An XML element.
    case element
    /// A JSON object.
    case object
    /// A JSON array that XML would express by repetition only: views look through it.
    case array
    /// A JSON array that stands for an XML wrapper of its own, such as `Links`: views see it as an element.
    case list
    /// A JSON string.
    case string
    /// A JSON number, its text being the lexeme as received.
    case number
    /// A JSON `true` or `false`.
    case boolean
    /// A JSON `null`: views treat it as absent.
    case null
}
