// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `NASService`, the service of file shares, and the sessions of their jobs [nas].
enum NasService: ResourceFamily {
    private static let service = Address("nas")
    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", "NasService", service)]) }

    static func register(in router: inout Router) {
        router.on(.get, "nas") { (_, _) throws(Refusal) in
            // It has no attributes [nas].
            .ok(Element("NASService", links: links))
        }
        router.on(.get, "nas/backupSessions") { (call, world) throws(Refusal) in
            JobSessions.list(SideSessions.ids(of: .nasBackup, in: world), .backup, call, world)
        }
    }

    private static var links: [OfferedLink] {
        let lists = [
            ("Job", NasJobs.path), ("FileServer", FileServers.path), ("BackupJobSession", "nas/backupSessions"),
        ]
        return lists.map { OfferedLink("Down", $0.0 + "ReferenceList", Address($0.1)) }
            + lists.map { OfferedLink("Down", $0.0 + "List", Address($0.1).entity) }
    }
}
