// SPDX-License-Identifier: Apache-2.0

@testable import EnterpriseManagerSimulator

/// A link of a kind of resource, as the table of links lists it: owner, `Rel` and `Type`.
struct LinkKind: Hashable, Comparable, CustomStringConvertible {
    /// The element; references are told by their type: `Ref[JobReference]`.
    let owner: String
    let rel: String
    /// `(none)` if it has none.
    let type: String

    init(owner: BodyNode, _ link: Page.Link) {
        let isReference = owner.name == "Ref" || owner.name == "EntityRef"
        self.owner = isReference ? "\(owner.name)[\(owner.attributes["Type"] ?? "")]" : owner.name
        rel = link.rel
        type = link.type ?? "(none)"
    }

    /// A line of the table.
    init(row: [String: String]) {
        owner = row["owner_element"] ?? ""
        rel = row["Rel"] ?? ""
        type = row["Type"] ?? ""
    }

    /// The `Rel` and the `Type`, whoever has it.
    var pair: String { rel + ":" + type }
    var description: String { "\(owner)\t\(rel)\t\(type)" }

    static func < (left: LinkKind, right: LinkKind) -> Bool { left.description < right.description }

    /// Every kind in a document in XML.
    static func all(in page: Page) -> [LinkKind] {
        Page.owners(in: page.node).flatMap { owner in Page.links(of: owner).map { LinkKind(owner: owner, $0) } }
    }
}
