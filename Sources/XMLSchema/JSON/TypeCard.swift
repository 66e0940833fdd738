// SPDX-License-Identifier: Apache-2.0

/// A type prepared for JSON: which key leads to which part of it.
///
/// Made once for each type that a document uses; keys are compared without ASCII case, since servers from version 13
/// on begin them small and spell acronyms their own way.
final class TypeCard {
    let type: TypeReference
    /// The values it holds, if it holds no elements.
    let values: ValueType?
    /// Whether it has attributes or elements.
    let isComplex: Bool
    /// Whether it can hold anything.
    let isOpen: Bool
    /// The content before the first child.
    let start: ContentState
    /// Its elements, in the order of the schema.
    private(set) var elements: [SchemaMember] = []
    private var attributeTable: [String: SchemaMember] = [:]
    private var elementTable: [String: SchemaMember] = [:]
    private var pluralTable: [String: SchemaMember] = [:]
    /// The position of an element in the schema, by its name.
    private(set) var order: [String: Int] = [:]
    /// Whether its text has a key of its own.
    let hasText: Bool
    /// The one element that it holds again and again, and nothing else: JSON may write its items alone.
    let item: SchemaMember?
    private var cards: [String: TypeCard] = [:]

    init(_ type: TypeReference, _ model: SchemaModel) {
        self.type = type
        let members = model.members(of: type)
        values = model.valueType(of: type)
        hasText = members.contains { $0.kind == .text }
        var isComplex = false
        var content: [Particle] = []
        if case .complex(let complex) = model.type(type) {
            isComplex = true
            content = model.particles(of: complex)
        }
        self.isComplex = isComplex
        start = ContentState(content)
        isOpen = type == .builtin(.anyType) || members.contains { $0.kind == .any }
        let named = members.filter { $0.kind == .element }
        let names = Set(named.map(\.name))
        item = names.count == 1 && named[0].occurrence.isRepeated ? named[0] : nil
        for member in members {
            let folded = Self.fold(member.name)
            if member.kind == .attribute { attributeTable[folded] = member }
            guard member.kind == .element, order[member.name] == nil else { continue }
            order[member.name] = elements.count
            elements.append(member)
            if elementTable[folded] == nil { elementTable[folded] = member }
            for plural in Self.plurals(folded) where pluralTable[plural] == nil { pluralTable[plural] = member }
        }
    }

    /// The attribute with this name, case not counting.
    func attribute(_ key: String) -> SchemaMember? { attributeTable[Self.fold(key)] }
    /// The element with this name, case not counting.
    func element(_ key: String) -> SchemaMember? { elementTable[Self.fold(key)] }
    /// The element whose plural this is.
    func plural(_ key: String) -> SchemaMember? { pluralTable[Self.fold(key)] }
    /// All names that a key can have, as XML spells them.
    var names: [String] { elements.map(\.name) + attributeTable.values.map(\.name).sorted() }

    /// The card of an element's type.
    func card(of member: SchemaMember, _ model: SchemaModel) -> TypeCard {
        if let card = cards[member.name] { return card }
        let card = TypeCard(member.type, model)
        cards[member.name] = card
        return card
    }

    /// ASCII only, as everywhere: names are identifiers.
    static func fold(_ name: String) -> String {
        String(decoding: name.utf8.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// EM's JSON names an array by its element and "s", unless that ends so (representation_collections).
    private static func plurals(_ name: String) -> [String] {
        if name.hasSuffix("s") { return [name] }
        return [name + "s"] + (name.hasSuffix("y") ? [name.dropLast() + "ies"] : [])
    }
}
