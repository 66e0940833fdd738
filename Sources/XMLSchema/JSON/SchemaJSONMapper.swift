// SPDX-License-Identifier: Apache-2.0

import JSONReader

/// Turns JSON into elements by a schema: finds out what is an attribute, puts wrappers and item names back, and puts
/// the elements into the schema's order.
struct SchemaJSONMapper {
    /// More unknown members are not told one by one: looking for what was meant takes its time.
    private static let mostUnknown = 1000

    private let model: SchemaModel
    private let outline: JSONOutline
    private let renames: [String: String]
    /// Members that the schema does not know; they are in no element.
    private(set) var unknown: [(source: Int, element: String, candidates: [String])] = []

    init(model: SchemaModel, shape: JSONShape, outline: JSONOutline) {
        self.model = model
        self.outline = outline
        let renames = shape.renames.sorted { $0.key < $1.key }.map { (TypeCard.fold($0.key), $0.value) }
        self.renames = Dictionary(renames, uniquingKeysWith: { first, _ in first })
    }

    /// The root element for the whole document.
    mutating func map(root: ElementDeclaration) -> MappedElement {
        element(root.name, TypeCard(root.type, model), 0)
    }

    // MARK: Elements

    private mutating func element(_ name: String, _ card: TypeCard, _ source: Int) -> MappedElement {
        var element = MappedElement(name: name, source: source)
        let value = outline.values[source]
        switch value.kind {
        case .null: break
        case .object: fill(&element, card, source)
        case .array:
            // A wrapper of equal elements may be left out: `"Links": […]`.
            for item in outline.children(source) {
                element.children.append(self.element(itemName(of: card), itemCard(of: card), item))
            }
        case .string, .number, .boolean:
            element.text = text(value.text, card.values)
        }
        return element
    }

    private func itemName(of card: TypeCard) -> String { card.item?.name ?? "Item" }

    private func itemCard(of card: TypeCard) -> TypeCard {
        card.item.map { card.card(of: $0, model) } ?? TypeCard(.builtin(.anyType), model)
    }

    private mutating func fill(_ element: inout MappedElement, _ card: TypeCard, _ source: Int) {
        for member in outline.children(source) {
            let value = outline.values[member]
            let key = value.key ?? ""
            if value.kind == .null {
                note(null: key, member, card, &element)
                continue
            }
            let isTaken =
                take(key, member, card, &element)
                || renames[TypeCard.fold(key)].map { take($0, member, card, &element) } ?? false
            if isTaken { continue }
            if card.isOpen {
                element.children.append(self.element(key, TypeCard(.builtin(.anyType), model), member))
            } else if unknown.count < Self.mostUnknown {
                let near = NearestNames.of(key, in: card.names)
                unknown.append((member, element.name, near.isEmpty ? card.names : near))
            }
        }
        element.children = Arrangement(card).arrange(element.children, source: source)
    }

    /// A null is an absent member; only an element that must be there and may be nil is written.
    private func note(null key: String, _ source: Int, _ card: TypeCard, _ element: inout MappedElement) {
        guard let member = card.element(key), member.isNillable, member.occurrence.isRequired else { return }
        var empty = MappedElement(name: member.name, source: source)
        empty.isNil = true
        element.children.append(empty)
    }

    private mutating func take(
        _ key: String,
        _ source: Int,
        _ card: TypeCard,
        _ element: inout MappedElement
    ) -> Bool {
        let value = outline.values[source]
        let own = card.element(key)
        let plural = card.plural(key)
        if value.kind == .array {
            guard let member = own ?? plural else { return false }
            // The key of a wrapper and that of its only items can be one: what is repeated here holds the items itself.
            let several = [own, plural].compactMap { $0 }.first { $0.occurrence.isRepeated }
            if let several {
                let inner = card.card(of: several, model)
                for item in outline.children(source) where outline.values[item].kind != .null {
                    element.children.append(self.element(several.name, inner, item))
                }
            } else {
                let inner = card.card(of: member, model)
                if inner.item != nil {
                    element.children.append(self.element(member.name, inner, source))
                } else {
                    for item in outline.children(source) where outline.values[item].kind != .null {
                        element.children.append(self.element(member.name, inner, item))
                    }
                }
            }
            return true
        }
        if value.kind != .object, let attribute = card.attribute(key), !(own?.occurrence.isRequired ?? false) {
            let text = text(value.text, model.valueType(of: attribute.type))
            element.attributes.append(MappedElement.Attribute(name: attribute.name, value: text, source: source))
            return true
        }
        if let member = own ?? plural {
            element.children.append(self.element(member.name, card.card(of: member, model), source))
            return true
        }
        if value.kind != .object, card.hasText, TypeCard.fold(key) == "value" {
            element.text = text(value.text, card.values)
            return true
        }
        return false
    }

    /// A scalar as XML writes it: a time of day stands in JSON with a day before it (jobscheduleoptions).
    private func text(_ text: String, _ type: ValueType?) -> String {
        guard let type, type.kind == .time, let middle = text.firstIndex(of: "T") else { return text }
        return String(text[text.index(after: middle)...])
    }
}
