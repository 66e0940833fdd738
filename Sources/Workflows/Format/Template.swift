// SPDX-License-Identifier: Apache-2.0

/// A text with expressions in it: `a job of type {$steps.entity.item.JobType}`, or exactly one expression.
public struct Template: Hashable, Sendable, CustomStringConvertible {
    /// A part of a text.
    public enum Part: Hashable, Sendable {
        /// As it stands.
        case text(String)
        /// Replaced by its value.
        case expression(Expression)
    }

    /// The parts in order.
    public let parts: [Part]
    /// Where it stands in the file.
    public let position: SourcePosition

    /// The expression, if the text is nothing but one.
    public var expression: Expression? {
        guard parts.count == 1, case .expression(let expression) = parts[0] else { return nil }
        return expression
    }

    /// The expressions in it.
    public var expressions: [Expression] {
        parts.compactMap { part in
            if case .expression(let expression) = part { return expression }
            return nil
        }
    }

    /// The text as it parses.
    public var description: String {
        if let expression { return expression.description }
        return parts.map { part in
            switch part {
            case .text(let text): text
            case .expression(let expression): "{\(expression)}"
            }
        }.joined()
    }
}
