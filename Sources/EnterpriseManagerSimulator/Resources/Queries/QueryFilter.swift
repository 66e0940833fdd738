// SPDX-License-Identifier: Apache-2.0

/// A condition on resources [filter, query_and_or, query_grouping].
indirect enum QueryFilter: Sendable {
    case compare(QueryField, QueryOperator, QueryValue)
    case all([QueryFilter])
    case any([QueryFilter])

    func holds(for row: QueryRow) -> Bool {
        switch self {
        case .compare(let field, let comparison, let value): comparison.holds(field.value(of: row), value)
        case .all(let filters): filters.allSatisfy { $0.holds(for: row) }
        case .any(let filters): filters.contains { $0.holds(for: row) }
        }
    }
}
