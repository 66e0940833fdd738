// SPDX-License-Identifier: Apache-2.0

/// The comparisons of the filter grammar [query_comparison].
enum QueryOperator: String, Sendable, CaseIterable {
    // The longer ones first, since the shorter ones begin like them.
    case equal = "=="
    case unequal = "!="
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"

    /// Compares; what a resource does not have is unequal to everything (inferred).
    func holds(_ left: QueryValue?, _ right: QueryValue) -> Bool {
        guard let left else { return self == .unequal }
        return switch self {
        case .equal: left == right
        case .unequal: left != right
        case .atLeast: left >= right
        case .atMost: left <= right
        case .more: left > right
        case .less: left < right
        }
    }
}
