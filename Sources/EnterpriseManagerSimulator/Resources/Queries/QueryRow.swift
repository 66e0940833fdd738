// SPDX-License-Identifier: Apache-2.0

/// One resource that may be found by a query: its reference, and its entity for when it is wanted.
struct QueryRow {
    private let makeReference: (() -> Reference)?
    /// The entity, or the only representation that there is.
    let entity: () -> Element
    /// What can be asked for though neither says it, by names in lower case.
    private let values: () -> [String: String]

    /// A key resource.
    init(
        _ reference: @autoclosure @escaping () -> Reference,
        values: @escaping () -> [String: String] = { [:] },
        entity: @escaping () -> Element
    ) {
        makeReference = reference
        self.values = values
        self.entity = entity
    }

    /// A resource with one representation.
    init(values: @escaping () -> [String: String] = { [:] }, _ resource: @escaping () -> Element) {
        makeReference = nil
        self.values = values
        entity = resource
    }

    /// Nil for resources that have no references, such as tasks.
    var reference: Reference? { makeReference?() }

    /// The values of the resource by the names of members; nil for what it does not have.
    ///
    /// What the reference says comes first, since it costs least: names, UIDs, and those of what it has Up links to
    /// (`BackupServerName`, `JobUid`); then attributes and members of the entity, on any level.
    func value(of member: String) -> String? {
        let name = member.lowercased()
        if let reference {
            if name == "name" { return reference.name }
            if name == "uid" || name == "id" { return reference.uid.description }
            if let value = QueryRow.value(name, in: reference.links) { return value }
        }
        if let value = values()[name] { return value }
        let element = entity()
        return QueryRow.value(name, ofIdentity: element.identity) ?? QueryRow.value(name, in: element)
            ?? QueryRow.value(name, in: element.links ?? [])
    }

    private static func value(_ name: String, ofIdentity identity: Identity?) -> String? {
        switch name {
        case "name": identity?.name
        case "uid": identity?.uid?.description
        default: nil
        }
    }

    /// `XName` and `XUid` of the resource that a link of type `X` or `XReference` leads up to.
    private static func value(_ name: String, in links: [OfferedLink]) -> String? {
        for link in links where link.rel == "Up" || link.rel == "Related" {
            guard let type = link.type else { continue }
            let owner = type.hasSuffix("Reference") ? String(type.dropLast(9)) : type
            if name == owner.lowercased() + "name" { return link.name }
            if name == owner.lowercased() + "uid" {
                let path = link.address.tail.prefix { $0 != "?" }
                return path.split(separator: "/").last.flatMap { GUID($0) }.map { UID(owner, $0).description }
            }
        }
        return nil
    }

    private static func value(_ name: String, in element: Element) -> String? {
        if let attribute = element.attributes.first(where: { $0.name.lowercased() == name }) {
            return text(attribute.value)
        }
        var inner: [Element] = []
        for case .element(let child, _) in element.content {
            if child.name.lowercased() == name, let value = child.text { return text(value) }
            inner.append(child)
        }
        for child in inner { if let value = value(name, in: child) { return value } }
        return nil
    }

    private static func text(_ value: Scalar) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .time(let xml, _): xml
        }
    }
}
