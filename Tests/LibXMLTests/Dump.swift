// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// Everything that a store holds, as text: two equal dumps are two equal documents.
func dump(_ store: NodeStore) -> String {
    var lines = ["namespace \(store.rootNamespace ?? "-")"]
    func visit(_ node: NodeID, _ indent: String) {
        var line = indent + store.name(node)
        for attribute in store.attributes(node) {
            line += " \(store.text(attribute.name))=\(store.text(attribute.value).debugDescription)"
        }
        if store.hasText(node) { line += " text=\(store.text(node).debugDescription)" }
        if let link = store.link(at: node) {
            line += " LINK rel=\(store.text(link.rel)) type=\(link.type == .none ? "-" : store.text(link.type))"
            line += " href=\(store.text(link.href)) name=\(link.name.isPresent ? store.text(link.name) : "-")"
            line += " owner=\(link.owner.rawValue)"
        }
        lines.append(line)
        for child in store.children(node) { visit(child, indent + "  ") }
    }
    visit(.root, "")
    lines.append("nodes \(store.count) attributes \(store.attributeCount) links \(store.linkCount)")
    return lines.joined(separator: "\n")
}

/// The shape of links in the documents of these tests.
let shape = LinkShape(element: "Link", containers: ["Links"], rel: "Rel", type: "Type", href: "Href", name: "Name")
