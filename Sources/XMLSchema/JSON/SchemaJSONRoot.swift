// SPDX-License-Identifier: Apache-2.0

public import NodeStore

extension SchemaModel {
    /// The root element that a JSON document is about, which JSON does not say.
    ///
    /// In this order: the element that its `Type` names; the element whose content is the one array that the document
    /// has; the only element that has all of its members. A caller who knows more, such as the type of the link that
    /// led to the document, should say so instead.
    ///
    /// - Returns: the name of a global element, or nil if none or several fit.
    /// - Throws: why the bytes are no JSON.
    public func root(ofJSON bytes: [UInt8], limits: ReadLimits = .standard) throws(ReadFailure) -> String? {
        let outline = try JSONOutline(bytes, limits: limits)
        let members = outline.children(0).map { outline.values[$0] }
        if let type = members.first(where: { TypeCard.fold($0.key ?? "") == "type" && $0.kind == .string }),
            let element = try? element(named: type.text)
        {
            return element.name
        }
        let present = members.filter { $0.kind != .null }
        let own = present.filter { TypeCard.fold($0.key ?? "") != "links" }
        guard !own.isEmpty else { return nil }
        let cards = elements.map { (name: $0.name, card: TypeCard($0.type, self)) }
        if own.count == 1, own[0].kind == .array, let key = own[0].key {
            let lists = cards.filter { $0.card.item != nil && $0.card.plural(key) != nil }
            if lists.count == 1 { return lists[0].name }
            if let same = lists.first(where: { TypeCard.fold($0.name) == TypeCard.fold(key) }) { return same.name }
        }
        let fitting = cards.filter { entry in
            present.allSatisfy { member in
                let key = member.key ?? ""
                return entry.card.element(key) != nil || entry.card.attribute(key) != nil
                    || entry.card.plural(key) != nil
            }
        }
        return fitting.count == 1 ? fitting[0].name : nil
    }
}
