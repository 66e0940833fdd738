// SPDX-License-Identifier: Apache-2.0

/// The attributes or members by which a resource says who it is; compared without ASCII case.
public struct IdentityShape: Hashable, Sendable {
    /// Its own target, which implies a `self` link.
    public var href: String
    /// Its type.
    public var type: String
    /// Its name, for people.
    public var name: String
    /// Its identifier, which lasts.
    public var uid: String

    /// An identity shape.
    public init(href: String, type: String, name: String, uid: String) {
        self.href = href
        self.type = type
        self.name = name
        self.uid = uid
    }
}
