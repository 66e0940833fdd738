// SPDX-License-Identifier: Apache-2.0

/// One row of the link column: a typed link and the node that offers it.
public struct LinkRecord: Sendable, BitwiseCopyable {
    /// The element (or JSON object) of the link itself.
    public let node: NodeID
    /// The nearest ancestor that is no link container: whose link it is.
    public let owner: NodeID
    /// The link relation.
    public let rel: Symbol
    /// The link type, or `Symbol.none`.
    public let type: Symbol
    /// The text of the href as received.
    public let href: TextRange
    /// The name of the target, or `TextRange.none`.
    public let name: TextRange

    /// A row of the link column.

    init(node: NodeID, owner: NodeID, rel: Symbol, type: Symbol, href: TextRange, name: TextRange) {
        self.node = node
        self.owner = owner
        self.rel = rel
        self.type = type
        self.href = href
        self.name = name
    }
}
