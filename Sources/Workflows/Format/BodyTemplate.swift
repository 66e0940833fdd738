// SPDX-License-Identifier: Apache-2.0

/// A part of a request body before its values are known.
public indirect enum BodyTemplate: Hashable, Sendable {
    /// Text, or an expression; a field that is exactly one optional input that was not given is left out.
    case template(Template)
    /// A number by its lexeme.
    case number(String)
    /// Yes or no.
    case boolean(Bool)
    /// Parts, in the order in which XML must have them.
    case fields([Field])
    /// The same element several times; an entry that is exactly one expression for several texts stands for all of them.
    case list([BodyTemplate])

    /// A named part; `@Name` in a file is an attribute.
    public struct Field: Hashable, Sendable {
        /// The name.
        public let name: String
        /// Whether XML writes it as an attribute.
        public let isAttribute: Bool
        /// The value.
        public let value: BodyTemplate
    }

    var templates: [Template] {
        switch self {
        case .template(let template): [template]
        case .number, .boolean: []
        case .fields(let fields): fields.flatMap(\.value.templates)
        case .list(let values): values.flatMap(\.templates)
        }
    }
}
