// SPDX-License-Identifier: Apache-2.0

/// A link in an answer of the simulator.
public struct ServedLink: Hashable, Sendable, CustomStringConvertible {
    /// What the target is to the resource, or what following it does.
    public let rel: String
    /// What lies behind it; nil if that is not said.
    public let type: String?
    /// The name of the target, if given.
    public let name: String?
    /// Where it leads.
    public let href: String

    /// `Rel:Type` and the name; not the href, which may hold a secret.
    public var description: String { rel + (type.map { ":" + $0 } ?? "") + (name.map { " “\($0)”" } ?? "") }

    init(_ node: BodyNode) {
        // In XML they are attributes, in JSON members.
        func member(_ name: String) -> String? {
            node.attributes[name] ?? node[name].map(\.text)
        }
        rel = member("Rel") ?? ""
        type = member("Type")
        name = member("Name")
        href = member("Href") ?? ""
    }
}
