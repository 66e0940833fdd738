// SPDX-License-Identifier: Apache-2.0

@testable import EnterpriseManagerSimulator

extension Page {
    /// The links of an element itself.
    static func links(of node: BodyNode) -> [Link] {
        let elements = node["Links"].map(\.children) ?? node.children.filter { $0.name == "Link" }
        return elements.map { element in
            Link(
                rel: element.attributes["Rel"] ?? "",
                type: element.attributes["Type"],
                name: element.attributes["Name"],
                href: element.attributes["Href"] ?? ""
            )
        }
    }

    /// Every element of a document in XML that has links, the root first.
    static func owners(in node: BodyNode) -> [BodyNode] {
        let parts = node.children.filter { $0.name != "Links" && $0.name != "Link" }.flatMap { owners(in: $0) }
        return links(of: node).isEmpty ? parts : [node] + parts
    }

    /// The addresses of everything in a document in XML that has one of its own.
    static func addressed(in node: BodyNode) -> [String] {
        node.children.filter { $0.name != "Links" && $0.name != "Link" }.flatMap { child in
            (child.attributes["Href"].map { [$0] } ?? []) + addressed(in: child)
        }
    }
}
