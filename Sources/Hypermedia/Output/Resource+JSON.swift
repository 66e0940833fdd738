// SPDX-License-Identifier: Apache-2.0

internal import JSONReader
internal import NodeStore

extension Resource {
    /// Its properties in the terms of JSON, the same from XML and from JSON: texts, objects, and arrays for what repeats.
    ///
    /// Links and hrefs are left out, as is what is empty; secrets are masked.
    public var json: JSONValue { .object(jsonMembers) }

    private var jsonMembers: [JSONValue.Member] {
        let href = representation.profile.identity.href.lowercased()
        let paging = representation.profile.paging?.element.lowercased()
        var members: [JSONValue.Member] = []
        for name in decodedNames where name.lowercased() != href && name.lowercased() != paging {
            guard let value = jsonValue(decodedNode(name)) else { continue }
            let secrets = representation.profile.secretProperties
            let isSecret = secrets.contains { $0.lowercased() == name.lowercased() }
            members.append(JSONValue.Member(name, isSecret ? .string("•••") : value))
        }
        return members
    }

    private func jsonValue(_ content: DecodedNode) -> JSONValue? {
        switch content {
        case .text(let text): return text.isEmpty ? nil : .string(text)
        case .elements(let elements):
            let own = elements.filter { !isLinkPart($0.node) }
            guard own.count == 1 else {
                let values = own.compactMap(\.jsonPart)
                return values.isEmpty ? nil : .array(values)
            }
            guard let members = own[0].listedMembers else { return own[0].jsonPart }
            let values = members.compactMap(\.jsonPart)
            return values.isEmpty ? nil : .array(values)
        }
    }

    /// The members of a wrapper; nil if it is none as far as both formats tell.
    ///
    /// XML does not say that a wrapper of one is a wrapper; the names do: `Jobs` of `Job`, `ExcludeList` by the profile.
    private var listedMembers: [Resource]? {
        guard let members = wrappedMembers, let first = members.first else { return nil }
        if members.count > 1 { return members }
        let known = representation.profile.json.lists.keys.contains { $0.lowercased() == name.lowercased() }
        let stem = first.name.lowercased()
        let plurals = [stem + "s", stem + "es", stem.dropLast() + "ies", stem + "list"]
        return known || plurals.contains(name.lowercased()) ? members : nil
    }

    /// Nil if there is nothing in it.
    private var jsonPart: JSONValue? {
        var members = jsonMembers.filter { $0.name.lowercased() != representation.profile.jsonTextMember.lowercased() }
        let text = text
        if members.isEmpty { return text.isEmpty ? nil : .string(text) }
        if !text.isEmpty, !text.allSatisfy(\.isWhitespace) {
            members.append(JSONValue.Member(representation.profile.jsonTextMember, .string(text)))
        }
        return .object(members)
    }
}
