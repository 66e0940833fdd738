// SPDX-License-Identifier: Apache-2.0

/// A request body, read in one of the formats: names, texts and order, no more.
struct BodyNode: Sendable {
    let name: String
    let text: String
    let children: [BodyNode]

    /// The first child with a name, in any case.
    subscript(name: String) -> BodyNode? {
        children.first { $0.name.lowercased() == name.lowercased() }
    }

    /// The text as a flag, or nil if it is none.
    var flag: Bool? {
        switch text.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// Refuses a body of another shape.
    ///
    /// - Parameters:
    ///   - format: XML has a root name and an order [em_web_api_specifications]; JSON has neither.
    ///   - root: the name of the root in XML.
    ///   - orders: the members in every order that is accepted.
    ///   - required: the members that must be there.
    func check(_ format: Format, root: String, orders: [[String]], required: [String]) throws(Refusal) {
        if format == .xml, name != root { throw Refusal(400, "Element \(root) is expected, not \(name)") }
        for member in required where self[member] == nil { throw Refusal(400, "\(member) is missing in \(root)") }
        let known = Set(orders.flatMap { $0 }.map { $0.lowercased() })
        for child in children where !known.contains(child.name.lowercased()) {
            throw Refusal(400, "\(child.name) is not expected in \(root)")
        }
        guard format == .xml else { return }
        let names = children.map(\.name)
        guard orders.contains(where: { order in order.filter(names.contains) == names }) else {
            throw Refusal(400, "The elements of \(root) are out of order: \(names.joined(separator: ", "))")
        }
    }

    static func read(_ bytes: [UInt8], format: Format) throws(Refusal) -> BodyNode {
        throw Refusal(400, "Node [root] does not exist.")
    }
}
