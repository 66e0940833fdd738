// SPDX-License-Identifier: Apache-2.0

/// A body that was sent to Cloud Connect, read member by member: what is no value of its kind is refused.
struct CloudBody: Sendable {
    let node: BodyNode

    /// What entities say of themselves, as members of JSON; each of the links there counts as one.
    private static let own = ["Links", "Link", "Name", "UID", "Id", "Href", "Type", "BackupServerUid"]

    /// The body of a request.
    ///
    /// - Parameters:
    ///   - root: the name of the root in XML.
    ///   - members: the members in their order.
    ///   - required: the members that must be there.
    init(_ call: Call, root: String, members: [String], required: [String] = []) throws(Refusal) {
        node = try call.document()
        let own = CloudBody.own.filter { !members.contains($0) }
        try node.check(
            call.format,
            root: root,
            orders: [own.prefix(1) + members + own.dropFirst(1)],
            required: required
        )
    }

    private init(_ node: BodyNode) { self.node = node }

    /// A part of the body, or nil.
    func part(_ name: String) -> CloudBody? { node[name].map { CloudBody($0) } }

    /// The items of a list; nil if there is no list.
    func items(_ name: String) -> [CloudBody]? { node[name].map { $0.children.map { CloudBody($0) } } }

    /// The text of the part itself.
    var text: String { node.text }

    /// A member, which in XML may be an attribute.
    func text(_ name: String) -> String? { node.attributes[name] ?? node[name]?.text }

    /// A member that must be there.
    func needed(_ name: String) throws(Refusal) -> String {
        guard let text = text(name), !text.isEmpty else { throw Refusal(400, "\(name) is missing in \(node.name)") }
        return text
    }

    func flag(_ name: String) throws(Refusal) -> Bool? {
        guard let text = text(name), !text.isEmpty else { return nil }
        switch text.lowercased() {
        case "true", "1": return true
        case "false", "0": return false
        default: throw Refusal(400, "\(name) is no Boolean value: \(text)")
        }
    }

    func number(_ name: String, in range: ClosedRange<Int> = 0...Int(Int32.max)) throws(Refusal) -> Int? {
        guard let text = text(name), !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Refusal(400, "\(name) is no number from \(range.lowerBound) to \(range.upperBound): \(text)")
        }
        return number
    }

    func port(_ name: String) throws(Refusal) -> Int? { try number(name, in: 1...65_535) }

    /// One of some words; the case does not count, the answer has that of the guide.
    func word(_ name: String, of words: [String]) throws(Refusal) -> String? {
        guard let text = text(name), !text.isEmpty else { return nil }
        // Mbps and MBps differ in the case only.
        if words.contains(text) { return text }
        guard let word = words.first(where: { $0.lowercased() == text.lowercased() }) else {
            throw Refusal(400, "\(name) is none of \(words.joined(separator: ", ")): \(text)")
        }
        return word
    }

    func address(_ name: String) throws(Refusal) -> IPv4Address? {
        guard let text = text(name), !text.isEmpty else { return nil }
        guard let address = IPv4Address(text) else { throw Refusal(400, "\(name) is no IPv4 address: \(text)") }
        return address
    }

    func time(_ name: String) throws(Refusal) -> Timestamp? {
        guard let text = text(name), !text.isEmpty else { return nil }
        guard let time = Timestamp(reading: text) else { throw Refusal(400, "\(name) is no date and time: \(text)") }
        return time
    }

    /// The id in a UID; nil if it is empty.
    ///
    /// Blanks do not count: an example has one at the end [post_publicipaddresses].
    func uid(_ name: String, of resource: String) throws(Refusal) -> GUID? {
        guard let text = text(name)?.filter({ $0 != " " }), !text.isEmpty else { return nil }
        return try CloudBody.uid(text, of: resource)
    }

    static func uid(_ text: String, of resource: String) throws(Refusal) -> GUID {
        guard let uid = UID(text), uid.resource.lowercased() == resource.lowercased() else {
            throw Refusal(400, "\(text) is no UID of a \(resource)")
        }
        return uid.id
    }

    /// The ids of a list of UIDs; nil if there is no list.
    func uids(_ name: String, of resource: String) throws(Refusal) -> [GUID]? {
        guard let items = items(name) else { return nil }
        var ids: [GUID] = []
        for item in items { ids.append(try CloudBody.uid(item.text, of: resource)) }
        return ids
    }

    /// The backup server that is named by UID, id or name; the first if none is.
    func server(in world: World) throws(Refusal) -> GUID? {
        if let id = try uid("BackupServerUid", of: "BackupServer") { return id }
        guard let text = text("BackupServerIdOrName"), !text.isEmpty else { return world.servers.first?.id }
        return world.servers.first { $0.name.lowercased() == text.lowercased() || $0.id == GUID(text) }?.id
    }
}
