// SPDX-License-Identifier: Apache-2.0

/// What a ``TypeReference`` stands for.
public enum ResolvedType: Hashable, Sendable {
    /// A type with attributes or child elements.
    case complex(ComplexType)
    /// A type of plain values.
    case simple(SimpleType)
    /// A type of XML Schema itself.
    case builtin(BuiltinType)
}
