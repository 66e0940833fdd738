// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// An array or object that is open.
struct Frame {
    /// What links may stand in it.
    enum Role {
        /// It has no part in a link.
        case plain
        /// An object that only holds links.
        case container
        /// An array whose objects are links, with the relation that its key gives, or `Symbol.none`.
        case links(rel: Symbol)
        /// The object may be a link itself, with the relation that its key gives, or `Symbol.none`.
        case candidate(rel: Symbol)
    }

    let isObject: Bool
    let role: Role
    /// The name of the items that are objects, if it is an array.
    var objectItem = Symbol.none
    /// The name of the other items, if it is an array.
    var otherItem = Symbol.none
    /// Where its keys begin in the ledger, if it is an object.
    var keys = 0

    init(isObject: Bool, role: Role) {
        self.isObject = isObject
        self.role = role
    }
}
