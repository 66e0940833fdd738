// SPDX-License-Identifier: Apache-2.0

/// How a complex type comes from another one.
public enum Derivation: Hashable, Sendable {
    /// It has everything of the other, then its own.
    case byExtension(of: TypeReference)
    /// It has only its own, which the other would accept; attributes are inherited.
    case byRestriction(of: TypeReference)

    /// The other type.
    public var base: TypeReference {
        switch self {
        case .byExtension(let base), .byRestriction(let base): base
        }
    }
}
