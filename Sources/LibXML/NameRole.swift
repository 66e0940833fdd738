// SPDX-License-Identifier: Apache-2.0

/// What a name means to the link shape; one name can mean several things.
struct NameRole: OptionSet {
    let rawValue: UInt32

    /// The link element.
    static var link: NameRole { NameRole(rawValue: 1) }
    /// The attribute with the link relation.
    static var rel: NameRole { NameRole(rawValue: 2) }
    /// The attribute with the link type.
    static var type: NameRole { NameRole(rawValue: 4) }
    /// The attribute with the target.
    static var href: NameRole { NameRole(rawValue: 8) }
    /// The attribute with the name of the target.
    static var name: NameRole { NameRole(rawValue: 16) }

    /// Whether it is exactly one part of a link.
    @inline(__always)
    var isOnePart: Bool { rawValue >= 2 && rawValue & (rawValue &- 1) == 0 }
}
