// SPDX-License-Identifier: Apache-2.0

/// A family of resources: its routes, and its links in the logon session.
///
/// One family is one file in `Resources`, entered in `Families`.
protocol ResourceFamily: SendableMetatype {
    /// Adds the routes.
    static func register(in router: inout Router)
    /// The links that lead to the family from the logon session.
    static var hubLinks: HubLinks { get }
}

extension ResourceFamily {
    static var hubLinks: HubLinks { HubLinks() }
}
