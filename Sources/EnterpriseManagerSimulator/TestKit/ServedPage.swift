// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// A resource as the simulator serves it, or an item of a list: the same view of XML and of JSON.
public struct ServedPage: Sendable {
    private let node: BodyNode

    init(_ node: BodyNode) { self.node = node }

    /// Reads an answer.
    ///
    /// - Throws: `status` if it is not a success, `unreadable` if it is no document.
    public init(_ response: SimulatorResponse) throws(FailedExpectation) {
        guard (200..<300).contains(response.status) else {
            throw FailedExpectation(.status, "A success was expected; the answer was \(response.status).")
        }
        let isJSON = response.headers[.contentType]?.contains("json") == true
        do {
            node = try BodyNode.read(response.body, format: isJSON ? .json : .xml)
        } catch {
            throw FailedExpectation(.unreadable, "The answer is no document: \(error.message)")
        }
    }

    /// The links of the resource itself, in their order; those of the items of a list are the items'.
    public var links: [ServedLink] {
        let container = node["Links"].map(\.children) ?? node.children.filter { $0.name.lowercased() == "link" }
        return container.map(ServedLink.init)
    }

    /// The parts that have an address of their own, such as the items of a list.
    public var items: [ServedPage] {
        let items = node.children.map(ServedPage.init).filter { $0["Href"] != nil }
        return items.filter { !["links", "link"].contains($0.node.name.lowercased()) }
    }

    /// The text of an attribute or of the first element with a name, in any case; nil if there is none.
    ///
    /// - Parameter path: names divided by slashes, such as `Result/Success`.
    public subscript(path: String) -> String? {
        var current = node
        let names = path.split(separator: "/").map(String.init)
        for name in names.dropLast() {
            guard let next = current[name] else { return nil }
            current = next
        }
        guard let last = names.last else { return nil }
        return current.attributes[last] ?? current[last].map(\.text)
    }

    /// Expects exactly one link with this relation and type.
    ///
    /// - Parameters:
    ///   - rel: its relation.
    ///   - type: its type; nil for a link that has none.
    ///   - name: its name; nil for any.
    /// - Returns: the link.
    /// - Throws: `link` with the links that there are.
    @discardableResult
    public func expectLink(_ rel: String, _ type: String? = nil, name: String? = nil) throws(FailedExpectation)
        -> ServedLink
    {
        let found = links.filter { $0.rel == rel && $0.type == type && (name == nil || $0.name == name) }
        guard let link = found.first, found.count == 1 else {
            let wanted = rel + (type.map { ":" + $0 } ?? " without a type") + (name.map { " “\($0)”" } ?? "")
            let there = links.map(\.description).joined(separator: ", ")
            throw FailedExpectation(
                .link,
                "One link \(wanted) was expected, there are \(found.count). The links are: \(there)."
            )
        }
        return link
    }

    /// Expects that there is no link with this relation, or with this relation and type.
    ///
    /// - Throws: `link` with those that there are.
    public func expectNoLink(_ rel: String, _ type: String? = nil) throws(FailedExpectation) {
        let found = links.filter { $0.rel == rel && (type == nil || $0.type == type) }
        guard !found.isEmpty else { return }
        let there = found.map(\.description).joined(separator: ", ")
        throw FailedExpectation(.link, "No such link was expected, but there is \(there).")
    }

    /// Expects an item of a list by its name.
    ///
    /// - Throws: `item` with the names that there are.
    public func expectItem(named name: String) throws(FailedExpectation) -> ServedPage {
        let found = items.filter { $0["Name"] == name }
        guard let item = found.first, found.count == 1 else {
            let names = items.compactMap { $0["Name"] }.joined(separator: ", ")
            throw FailedExpectation(
                .item,
                "One item “\(name)” was expected, there are \(found.count). The items are: \(names)."
            )
        }
        return item
    }

    /// Expects a value.
    ///
    /// - Parameters:
    ///   - path: names divided by slashes, such as `Result/Success`.
    ///   - value: the value as text; nil if there must be none.
    /// - Throws: `value` with the one that is there.
    public func expect(_ path: String, _ value: String?) throws(FailedExpectation) {
        let actual = self[path]
        guard actual != value else { return }
        throw FailedExpectation(
            .value,
            "\(path) was expected to be “\(value ?? "absent")”; it is “\(actual ?? "absent")”."
        )
    }
}
