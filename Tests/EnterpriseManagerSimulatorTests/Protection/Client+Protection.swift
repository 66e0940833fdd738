// SPDX-License-Identifier: Apache-2.0

@testable import EnterpriseManagerSimulator

extension Client {
    /// The entity of a key resource, found by its name through the links of the logon session.
    mutating func entity(_ type: String, named name: String) throws -> Page {
        let list = try get(hub?.href("Down:\(type)ReferenceList") ?? "")
        return try get(list.item("Ref", named: name)?.href("Alternate:\(type)") ?? "")
    }

    /// The entities of a kind.
    mutating func entities(_ type: String) throws -> [Page] {
        try get(hub?.href("Down:\(type)List") ?? "").items(type)
    }

    /// The references behind a link.
    mutating func references(_ page: Page, _ pair: String) throws -> [Page] {
        try get(page.href(pair)).items("Ref")
    }

    /// Sends an action and lets its task end.
    mutating func act(_ page: Page, _ pair: String, _ body: String = "") throws -> Page {
        try finish(try post(page.href(pair), body))
    }

    /// A body in the format of the client: members of a root in their order, in JSON without the root.
    func body(_ root: String, _ members: [(String, String)]) -> String {
        if accept.contains("json") {
            return "{" + members.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
        }
        let content = members.map { "<\($0)>\($1)</\($0)>" }.joined()
        return "<\(root) xmlns=\"\(XMLWriter.namespace)\">\(content)</\(root)>"
    }
}
