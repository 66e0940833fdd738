// SPDX-License-Identifier: Apache-2.0

/// How what a session offers tells which role its account has.
public struct RoleRule: Hashable, Sendable {
    /// A link that only sessions of one role offer.
    public struct Marker: Hashable, Sendable {
        /// The role.
        public var role: String
        /// The link.
        public var link: LinkSelector

        /// A marker.
        public init(role: String, link: LinkSelector) {
            self.role = role
            self.link = link
        }
    }

    /// Where the session says who it belongs to.
    public var user: PropertyPath
    /// The links that tell.
    public var markers: [Marker]
    /// Where the fact comes from.
    public var source: String

    /// A rule.
    public init(user: PropertyPath, markers: [Marker], source: String) {
        self.user = user
        self.markers = markers
        self.source = source
    }
}
