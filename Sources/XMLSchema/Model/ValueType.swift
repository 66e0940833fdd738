// SPDX-License-Identifier: Apache-2.0

/// A simple type with everything it inherits.
public indirect enum ValueType: Hashable, Sendable {
    /// One value.
    case atomic(BuiltinType, Facets)
    /// Values with blanks between them.
    case list(ValueType, Facets)
    /// A value of one of these types.
    case union([ValueType], Facets)

    /// The limits; those of a union's members are theirs.
    public var facets: Facets {
        switch self {
        case .atomic(_, let facets), .list(_, let facets), .union(_, let facets): facets
        }
    }

    /// What its values are: those of a union if all members agree, else text.
    public var kind: ValueKind {
        switch self {
        case .atomic(let type, _): return type.kind
        case .list: return .text
        case .union(let members, _):
            let kinds = Set(members.map(\.kind))
            return kinds.count == 1 ? kinds.first ?? .text : .text
        }
    }

    /// The values it names, those of a union's members included.
    public var enumeration: [EnumerationValue] {
        if !facets.enumeration.isEmpty { return facets.enumeration }
        guard case .union(let members, _) = self else { return [] }
        return members.flatMap(\.enumeration)
    }

    /// Whether it has no values but those it names.
    public var isClosed: Bool {
        if !facets.enumeration.isEmpty { return true }
        guard case .union(let members, _) = self else { return false }
        return !members.isEmpty && members.allSatisfy(\.isClosed)
    }

    /// The same with more limits.
    func narrowed(by narrower: Facets) -> ValueType {
        switch self {
        case .atomic(let type, let facets): .atomic(type, narrower.narrowing(facets))
        case .list(let item, let facets): .list(item, narrower.narrowing(facets))
        case .union(let members, let facets): .union(members, narrower.narrowing(facets))
        }
    }
}
