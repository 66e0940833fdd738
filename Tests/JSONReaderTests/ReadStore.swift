// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore

/// A store read from text, with short ways to ask for what tests compare.
struct ReadStore {
    let store: NodeStore

    init(_ text: String, shape: JSONShape = Shapes.enterpriseManager, limits: ReadLimits = .standard)
        throws(ReadFailure)
    {
        try self.init(bytes: Array(text.utf8), shape: shape, limits: limits)
    }

    init(bytes: [UInt8], shape: JSONShape = Shapes.enterpriseManager, limits: ReadLimits = .standard)
        throws(ReadFailure)
    {
        store = try JSONReader(shape: shape, limits: limits).read(bytes)
    }

    /// The tree as `name:kind=text(children)`, kinds by their first two letters.
    var outline: String { outline(.root) }

    private func outline(_ node: NodeID) -> String {
        let kind = "\(store.kind(node))".prefix(3)
        let text = store.hasText(node) ? "=\(store.text(node))" : ""
        let children = store.children(node).map { outline($0) }
        return "\(store.name(node)):\(kind)\(text)" + (children.isEmpty ? "" : "(\(children.joined(separator: " ")))")
    }

    /// The document written back without blanks; strings are escaped only where they must be.
    var written: String { written(.root) }

    private func written(_ node: NodeID) -> String {
        switch store.kind(node) {
        case .object:
            let members = store.children(node).map { "\(JSONText.quoted(store.name($0))):\(written($0))" }
            return "{\(members.joined(separator: ","))}"
        case .array, .list: return "[\(store.children(node).map { written($0) }.joined(separator: ","))]"
        case .string: return JSONText.quoted(store.text(node))
        case .number, .boolean, .null: return store.text(node)
        case .element: return "<an element in JSON>"
        }
    }

    /// Every link as `owner|rel|type|href|name`, absent parts as `-`.
    var links: [String] {
        (0..<store.linkCount).map { index in
            let link = store.link(index)
            let parts = [
                store.name(link.owner), store.text(link.rel), link.type == .none ? "-" : store.text(link.type),
                store.text(link.href), link.name.isPresent ? store.text(link.name) : "-",
            ]
            return parts.joined(separator: "|")
        }
    }
}
