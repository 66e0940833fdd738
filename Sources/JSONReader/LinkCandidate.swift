// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// An open object that stands where a link may stand: what is known of it so far.
struct LinkCandidate {
    /// The relation, from the key over the object or from a member.
    private(set) var rel: Symbol
    private(set) var type = Symbol.none
    private(set) var href = TextRange.none
    private(set) var name = TextRange.none
    /// How many links there were when it opened.
    let linksBefore: Int
    /// Whether it is among the links already.
    var isRegistered = false

    init(rel: Symbol, linksBefore: Int) {
        self.rel = rel
        self.linksBefore = linksBefore
    }

    /// Whether it has what a link must have.
    var isLink: Bool { rel != .none && href.isPresent }

    /// Notes a member; of several spellings of one name the first wins, as with attributes.
    mutating func note(_ member: LinkMember, text: TextRange, symbol: Symbol) {
        switch member {
        case .rel: if rel == .none { rel = symbol }
        case .type: if type == .none { type = symbol }
        case .href: if !href.isPresent { href = text }
        case .name: if !name.isPresent { name = text }
        }
    }
}
