// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

@testable import EnterpriseManagerSimulator

/// An answer as a client reads it: the same view of XML and JSON, of Pascal and camel case.
struct Page {
    /// A link as it arrived.
    struct Link: Hashable {
        let rel: String
        let type: String?
        let name: String?
        let href: String
    }

    let status: Int
    let node: BodyNode
    /// The document as it arrived.
    let text: String

    init(_ response: SimulatorResponse) throws {
        status = response.status
        text = String(decoding: response.body, as: UTF8.self)
        let isJSON = response.headers[.contentType]?.contains("json") == true
        node = try BodyNode.read(response.body, format: isJSON ? .json : .xml)
    }

    private init(status: Int, node: BodyNode) {
        self.status = status
        self.node = node
        text = ""
    }

    /// An attribute or the text of a child: XML and JSON differ in that.
    subscript(_ name: String) -> String? {
        node.attributes[name] ?? node[name].map(\.text)
    }

    /// The links of the resource itself.
    var links: [Link] {
        let elements = node["Links"].map(\.children) ?? node.children.filter { $0.name.lowercased() == "link" }
        return elements.map { element in
            func member(_ name: String) -> String? { element.attributes[name] ?? element[name].map(\.text) }
            return Link(
                rel: member("Rel") ?? "",
                type: member("Type"),
                name: member("Name"),
                href: member("Href") ?? ""
            )
        }
    }

    /// The children that are resources or items: all but links.
    func items(_ name: String) -> [Page] {
        node.children.filter { $0.name.lowercased() == name.lowercased() }.map { Page(status: status, node: $0) }
    }

    /// A child.
    func child(_ names: String...) -> Page? {
        var current: BodyNode? = node
        for name in names { current = current?[name] }
        return current.map { Page(status: status, node: $0) }
    }

    /// The links of every resource in the document.
    var allLinks: [Link] {
        links
            + node.children.filter { $0.name.lowercased() != "links" && $0.name.lowercased() != "link" }
            .flatMap { Page(status: status, node: $0).allLinks }
    }

    /// Pairs of `Rel` and `Type`.
    var pairs: [String] { links.map { $0.rel + ($0.type.map { ":" + $0 } ?? "") } }

    /// The href of the only link with this `Rel:Type`; an empty text if there is none or more than one.
    func href(_ pair: String) -> String {
        let found = zip(pairs, links).filter { $0.0 == pair }
        return found.count == 1 ? found[0].1.href : ""
    }

    /// The item of a collection with a name.
    func item(_ element: String, named name: String) -> Page? {
        items(element).first { $0["Name"] == name }
    }
}
