// SPDX-License-Identifier: Apache-2.0

/// A family of resources: its routes, and its links in the logon session.
///
/// One family is one file in `Resources`, entered in `Families`.
protocol ResourceFamily: SendableMetatype {
    /// Who may read and change it.
    static var audience: Audience { get }
    /// Adds the routes.
    static func register(in router: inout Router)
    /// The links that lead to the family from the logon session.
    static var hubLinks: HubLinks { get }
    /// The links that lead to the family from a backup server.
    static func links(ofServer id: GUID) -> [OfferedLink]
    /// The actions of the family that only the entity of a backup server offers.
    static func actions(ofServer id: GUID) -> [OfferedLink]
    /// The links that lead to the family from a repository.
    static func links(ofRepository id: GUID) -> [OfferedLink]
    /// The links that lead to the family from the entity of a job.
    static func links(of job: JobRecord, in world: World) -> [OfferedLink]
    /// Forgets what the family knows of a backup server that is being removed.
    static func forget(server id: GUID, in world: inout World)
}

extension ResourceFamily {
    static var audience: Audience { .portal }
    static var hubLinks: HubLinks { HubLinks() }
    static func links(ofServer id: GUID) -> [OfferedLink] { [] }
    static func actions(ofServer id: GUID) -> [OfferedLink] { [] }
    static func links(ofRepository id: GUID) -> [OfferedLink] { [] }
    static func links(of job: JobRecord, in world: World) -> [OfferedLink] { [] }
    static func forget(server id: GUID, in world: inout World) {}
}
