// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// How far a walk over the values of a resource has come: the node, and the names that led there.
struct PropertyWalk {
    let node: NodeID
    /// The name of the node; nil where the walk began.
    let symbol: Symbol?
    let names: [String]
    /// The names, each with a dot behind it.
    let prefix: String

    /// The begin of a walk.
    init(_ node: NodeID) { self.init(node: node, symbol: nil, names: [], prefix: "") }

    private init(node: NodeID, symbol: Symbol?, names: [String], prefix: String) {
        self.node = node
        self.symbol = symbol
        self.names = names
        self.prefix = prefix
    }

    func into(_ child: NodeID, _ symbol: Symbol, named name: String) -> PropertyWalk {
        PropertyWalk(node: child, symbol: symbol, names: names + [name], prefix: "\(prefix)\(name).")
    }
}
