// SPDX-License-Identifier: Apache-2.0

/// The members of a request body, each read as what it must be.
struct PortalBody: Sendable {
    let node: BodyNode

    /// A text that is not empty, or nil if there is none.
    func text(_ field: String) -> String? {
        node[field].flatMap { $0.text.isEmpty ? nil : $0.text }
    }

    /// A flag, or nil if there is none.
    func flag(_ field: String) throws(Refusal) -> Bool? {
        guard let text = text(field) else { return nil }
        guard let flag = node[field]?.flag else { throw Refusal(400, "\(field) \(text) is neither true nor false") }
        return flag
    }

    /// A number that is not negative, or nil if there is none.
    func number(_ field: String) throws(Refusal) -> Int? {
        guard let text = text(field) else { return nil }
        guard let number = Int(text), number >= 0 else { throw Refusal(400, "\(field) \(text) is not a number") }
        return number
    }

    /// One of some words, or nil if there is none.
    func word(_ field: String, of words: [String]) throws(Refusal) -> String? {
        guard let text = text(field) else { return nil }
        guard let word = words.first(where: { $0.lowercased() == text.lowercased() }) else {
            throw Refusal(400, "\(field) \(text) is none of \(words.joined(separator: ", "))")
        }
        return word
    }

    /// The id in a UID of a kind of resource, or nil if there is none.
    func id(_ field: String, of resource: String) throws(Refusal) -> GUID? {
        guard let text = text(field) else { return nil }
        return try PortalBody.id(in: text, of: resource, field)
    }

    /// The texts of a list, nil without the list: in JSON its name has an s and there is no wrapper
    /// [put_selfservice_vsphere_configs_id].
    func texts(_ field: String) -> [String]? {
        if let wrapper = node[field], !wrapper.children.isEmpty || wrapper.text.isEmpty {
            return wrapper.children.map(\.text)
        }
        let names = [field.lowercased(), field.lowercased() + "s"]
        let items = node.children.filter { names.contains($0.name.lowercased()) }.map(\.text)
        return items.isEmpty ? nil : items
    }

    static func id(in text: String, of resource: String, _ field: String) throws(Refusal) -> GUID {
        guard let uid = UID(text), uid.resource.lowercased() == resource.lowercased() else {
            throw Refusal(400, "\(field) \(text) is not the UID of a \(resource)")
        }
        return uid.id
    }
}
