// SPDX-License-Identifier: Apache-2.0

/// The part of a link that a member of its object holds.
enum LinkMember: Sendable {
    case rel
    case type
    case href
    case name

    /// Whether links keep it as a symbol, as there are few different ones.
    var isInterned: Bool { self == .rel || self == .type }
}
