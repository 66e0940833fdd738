// SPDX-License-Identifier: Apache-2.0

/// What a name means to the link shape; one name can mean several things.
struct NameRole: OptionSet {
    let rawValue: UInt32

    /// The link element.
    static let link = NameRole(rawValue: 1)
    /// The attribute with the link relation.
    static let rel = NameRole(rawValue: 2)
    /// The attribute with the link type.
    static let type = NameRole(rawValue: 4)
    /// The attribute with the target.
    static let href = NameRole(rawValue: 8)
    /// The attribute with the name of the target.
    static let name = NameRole(rawValue: 16)
}
