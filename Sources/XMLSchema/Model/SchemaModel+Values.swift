// SPDX-License-Identifier: Apache-2.0

extension SchemaModel {
    /// The plain values of a type, with all that it inherits.
    ///
    /// - Returns: nil if the type has child elements and no text of its own.
    public func valueType(of reference: TypeReference) -> ValueType? {
        switch type(reference) {
        case .builtin(.anyType): return nil
        case .builtin(let builtin): return .atomic(builtin, Facets())
        case .simple(let simple): return valueType(of: simple)
        case .complex(let complex):
            if let content = complex.simpleContent { return valueType(of: content) }
            guard let base = complex.derivation?.base, complex.particle == nil else { return nil }
            return valueType(of: base)
        }
    }

    private func valueType(of simple: SimpleType) -> ValueType? {
        switch simple.variety {
        case .restriction(let base): valueType(of: base)?.narrowed(by: simple.facets)
        case .list(let item): valueType(of: item).map { .list($0, simple.facets) }
        case .union(let members): .union(members.compactMap { valueType(of: $0) }, simple.facets)
        }
    }

    /// Whether an element of this type can have child elements.
    public func hasElements(_ reference: TypeReference) -> Bool {
        members(of: reference).contains { $0.kind == .element || $0.kind == .any }
    }
}
