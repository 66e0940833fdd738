// SPDX-License-Identifier: Apache-2.0

/// What an output is made of.
public indirect enum OutputTemplate: Hashable, Sendable {
    /// A text or an expression.
    case template(Template)
    /// The first of these that has a value: `{firstOf: [$steps.backup.item.Name, $steps.replica.item.Name]}`.
    case firstOf([OutputTemplate])
    /// All properties of a resource, nested: `{resource: $steps.entity}`; links are left out, secrets masked.
    case resource(Expression, at: SourcePosition)
    /// Named values.
    case object([Field])
    /// A value for each item: `{each: $steps.jobs.items, as: {name: $item.Name}}`.
    case each(Expression, OutputTemplate, at: SourcePosition)
    /// A value of the item of another collection that fits:
    /// `{lookup: $steps.repositories.items, where: {UID: $item.RepositoryUid}, value: $found.Name}`; null if none does.
    case lookup(Expression, ItemFilter, OutputTemplate, at: SourcePosition)

    /// A named value.
    public struct Field: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: OutputTemplate
    }

    /// Every expression in it, with where it stands.
    var expressions: [(Expression, SourcePosition)] {
        switch self {
        case .template(let template): return template.expressions.map { ($0, template.position) }
        case .firstOf(let templates): return templates.flatMap(\.expressions)
        case .resource(let expression, let position): return [(expression, position)]
        case .object(let fields): return fields.flatMap(\.value.expressions)
        case .each(let source, let value, let position): return [(source, position)] + value.expressions
        case .lookup(let source, let filter, let value, let position):
            return [(source, position)] + filter.expressions.map { ($0, position) } + value.expressions
        }
    }
}
