// SPDX-License-Identifier: Apache-2.0

/// A value of a keyword of the workflow format, as a literal writes it: `["Name": "$inputs.job"]`.
public indirect enum WorkflowValue: Hashable, Sendable {
    /// Text; expressions in it begin with `$`, as in a file.
    case text(String)
    /// A number by its lexeme.
    case number(String)
    /// Yes or no.
    case flag(Bool)
    /// Values in order.
    case list([WorkflowValue])
    /// Named values in order.
    case fields([Field])

    /// A named value.
    public struct Field: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: WorkflowValue

        /// A named value.
        public init(_ name: String, _ value: WorkflowValue) {
            self.name = name
            self.value = value
        }
    }

    /// The value as a file would hold it, all of it at one place.
    func node(at position: SourcePosition) -> SourceNode {
        let content: SourceNode.Content =
            switch self {
            case .text(let text): .scalar(text, .string)
            case .number(let lexeme):
                .scalar(lexeme, lexeme.allSatisfy { $0.isNumber || $0 == "-" } ? .integer : .number)
            case .flag(let flag): .scalar(flag ? "true" : "false", .boolean)
            case .list(let values): .sequence(values.map { $0.node(at: position) })
            case .fields(let fields):
                .mapping(
                    fields.map {
                        SourceNode.Entry(key: $0.name, keyPosition: position, value: $0.value.node(at: position))
                    }
                )
            }
        return SourceNode(content: content, position: position)
    }
}

extension WorkflowValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
}

extension WorkflowValue: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(String(value)) }
}

extension WorkflowValue: ExpressibleByBooleanLiteral {
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension WorkflowValue: ExpressibleByArrayLiteral {
    /// Values in order.
    public init(arrayLiteral elements: WorkflowValue...) { self = .list(elements) }
}

extension WorkflowValue: ExpressibleByDictionaryLiteral {
    /// Named values in order.
    public init(dictionaryLiteral elements: (String, WorkflowValue)...) {
        self = .fields(elements.map { Field($0.0, $0.1) })
    }
}
