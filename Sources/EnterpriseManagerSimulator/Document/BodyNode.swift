// SPDX-License-Identifier: Apache-2.0

import JSONReader
import LibXML
import NodeStore

/// A document that a client sent, read in one of the formats: names, attributes, texts and order, no more.
///
/// The members of JSON objects and the items of JSON arrays are children, as the elements of XML are.
struct BodyNode: Sendable {
    let name: String
    let attributes: [String: String]
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
        var known = Set(orders.flatMap { $0 }.map { $0.lowercased() })
        // The items of an array in JSON go by their own name, without a wrapper around them.
        if format == .json, known.contains("links") { known.insert("link") }
        for child in children where !known.contains(child.name.lowercased()) {
            throw Refusal(400, "\(child.name) is not expected in \(root)")
        }
        guard format == .xml else { return }
        let names = children.map(\.name)
        guard orders.contains(where: { order in order.filter(names.contains) == names }) else {
            throw Refusal(400, "The elements of \(root) are out of order: \(names.joined(separator: ", "))")
        }
    }

    /// Reads a request body.
    ///
    /// - Throws: 400. For XML where JSON is expected it has the words of a live server (seen in a public report).
    static func read(_ bytes: [UInt8], format: Format) throws(Refusal) -> BodyNode {
        let store: NodeStore
        do throws(ReadFailure) {
            switch format {
            case .xml:
                guard bytes.firstRange(of: namespace) != nil else {
                    throw ReadFailure(.malformed, "The namespace \(XMLWriter.namespace) is missing.")
                }
                store = try XMLReader(shape: noLinks, limits: limits).read(bytes)
            case .json:
                store = try JSONReader(shape: JSONShape(link: noLinks), limits: limits).read(bytes)
            }
        } catch {
            let isXML = bytes.first { $0 > 0x20 } == UInt8(ascii: "<")
            throw Refusal(400, format == .json && isXML ? "Node [root] does not exist." : error.description)
        }
        return BodyNode(store, .root)
    }

    private static let namespace = Array(XMLWriter.namespace.utf8)
    /// A body has no links, so what looks like one stays data.
    private static let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
    private static let limits = ReadLimits(documentBytes: 4 << 20, depth: 60, nodes: 200_000)

    private init(_ store: NodeStore, _ node: NodeID) {
        name = store.name(node)
        text = store.text(node)
        var attributes: [String: String] = [:]
        for (name, value) in store.attributes(node) { attributes[store.text(name)] = store.text(value) }
        self.attributes = attributes
        var children: [BodyNode] = []
        for child in store.children(node) {
            switch store.kind(child) {
            case .array, .list: for item in store.children(child) { children.append(BodyNode(store, item)) }
            case .null: break
            default: children.append(BodyNode(store, child))
            }
        }
        self.children = children
    }
}
