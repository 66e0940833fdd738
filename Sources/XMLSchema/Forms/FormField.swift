// SPDX-License-Identifier: Apache-2.0

/// One line of a ``SchemaForm``: a part of the body, and all that is known about it.
public struct FormField: Hashable, Sendable, Encodable {
    /// The names from the root, which is left out, with points between them; text has the path of its element.
    public let path: String
    /// The name; empty for text.
    public let name: String
    /// How deep it lies; 0 directly below the root.
    public let depth: Int
    /// What it is in XML: `attribute`, `element`, `text` or `any`.
    public let kind: String
    /// The type in plain words.
    public let type: String
    /// The name of the type in the schema; nil if it has none.
    public let typeName: String?
    /// At least so often, if its parent is there and its branch is taken.
    public let minimum: Int
    /// At most so often; nil if there is no limit.
    public let maximum: Int?
    /// The choices it is a part of.
    public let choices: [FormChoice]
    /// The limits in plain words.
    public let limits: [String]
    /// The unit of the value, where the schema notes one.
    public let unit: String?
    /// The values that the schema names.
    public let values: [FormValue]
    /// Whether there are no values but those.
    public let isClosed: Bool
    /// The value that counts if it is left out.
    public let defaultValue: String?
    /// An example of a value; nil for what has parts instead.
    public let example: String?
    /// The documentation in one line, empty if there is none.
    public let documentation: String
    /// The version since which it exists, where the schema notes one for it.
    public let since: String?
    /// Whether it has parts that are not shown, because they repeat or lie too deep.
    public let isCut: Bool

    /// Whether it must be there whenever its parent is, and its branch if it belongs to a choice.
    public var isRequired: Bool { minimum > 0 }
    /// Whether it may be there more than once.
    public var isRepeated: Bool { maximum.map { $0 > 1 } ?? true }

    /// Whether it came later than a version of the API; not known of what the schema notes no version for.
    public func isNewer(than version: SchemaVersion) -> Bool {
        since.flatMap { SchemaVersion($0) }.map { $0 > version } ?? false
    }
}
