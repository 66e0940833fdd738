// SPDX-License-Identifier: Apache-2.0

extension Content {
    /// The content with the members changed that a body names; members that it does not know are left out of it.
    ///
    /// - Throws: 400 for a value of another kind than the one that it replaces.
    func edited(by body: BodyNode) throws(Refusal) -> Content {
        switch self {
        case .element(let element, let jsonName):
            guard let change = body[element.name] ?? jsonName.flatMap({ body[$0] }) else { return self }
            return .element(try element.edited(by: change), jsonName: jsonName)
        case .items(let item, let items):
            let changes = body.children(item)
            guard !changes.isEmpty else { return self }
            var edited: [Element] = []
            for element in items {
                let change = changes.first { change in element.attributes.allSatisfy { change.has($0) } }
                if let change { edited.append(try element.edited(by: change)) } else { edited.append(element) }
            }
            return .items(of: item, edited)
        case .repeated(let name, _):
            let values = body.children(name)
            return values.isEmpty ? self : .repeated(name, values.map(\.text))
        case .texts(let wrapper, let item, _):
            // In JSON the wrapper is the array itself, whose items come as children of that name.
            let wrappers = body.children(wrapper)
            guard !wrappers.isEmpty else { return self }
            let nested = wrappers.flatMap { $0.children(item) }.map(\.text)
            let bare = wrappers.filter(\.children.isEmpty).map(\.text).filter { !$0.isEmpty }
            return .texts(wrapper, of: item, nested + bare)
        default:
            return self
        }
    }
}

extension Element {
    /// The element with the attributes and members changed that a body names.
    func edited(by change: BodyNode) throws(Refusal) -> Element {
        var element = self
        for (index, (name, value)) in attributes.enumerated() {
            guard let text = change.attributes[name] ?? change[name]?.text else { continue }
            element.attributes[index].value = try value.replaced(by: text, in: name)
        }
        if let old = text {
            // A value beside attributes is called so in JSON.
            let new = attributes.isEmpty ? change.text : change["Value"]?.text ?? change.text
            element.text = try old.replaced(by: new, in: name)
        }
        var content: [Content] = []
        for member in self.content { content.append(try member.edited(by: change)) }
        element.content = content
        return element
    }
}

extension Scalar {
    /// Another value of the same kind.
    fileprivate func replaced(by text: String, in name: String) throws(Refusal) -> Scalar {
        switch self {
        case .text: return .text(text)
        case .number:
            guard let number = Int(text) else { throw Refusal(400, "\(name) is not a number: \(text)") }
            return .number(number)
        case .boolean:
            switch text.lowercased() {
            case "true", "1": return true
            case "false", "0": return false
            default: throw Refusal(400, "\(name) is neither true nor false: \(text)")
            }
        case .time:
            // XML has a time of day with its offset, JSON a date-time.
            let clock = (text.split(separator: "T").last ?? "").prefix(8)
            guard clock.count == 8, clock.split(separator: ":").allSatisfy({ $0.count == 2 && Int($0) != nil }) else {
                throw Refusal(400, "\(name) is not a time: \(text)")
            }
            return .time(xml: "\(clock).0000000+00:00", json: "2026-01-01T\(clock)")
        }
    }
}

extension BodyNode {
    /// The children with the name of a repeated item, or with the name of its array in JSON.
    fileprivate func children(_ item: String) -> [BodyNode] {
        let names = [item.lowercased(), JSONNaming(.pascal).arrayKey(item).lowercased()]
        return children.filter { names.contains($0.name.lowercased()) }
    }

    fileprivate func has(_ attribute: Element.Attribute) -> Bool {
        .text(attributes[attribute.name] ?? self[attribute.name]?.text ?? "") == attribute.value
    }
}
