// SPDX-License-Identifier: Apache-2.0

extension PortalBook {
    /// What Enterprise Manager did for itself in the night before the clock began: it collected data from its backup
    /// servers twice, the second time with a warning, and brought its catalog up to date.
    static func addSystemSessions(_ world: inout World) {
        let servers = world.servers.map(\.name)
        let collected = servers.flatMap { ["Retrieving data from \($0)", "Data of \($0) is up to date"] }
        let late = "The answer of \(servers.last ?? "the backup server") took long"
        let day = -6 * 3600
        let rows: [(kind: String, title: String, start: Int, warning: String, events: [String])] = [
            ("CollectJob", "Collect Job", day, "", collected),
            ("CatalogReplicationJob", "Catalog Replication Job", day + 3600, "", servers.map { "Catalog of \($0)" }),
            ("DatabaseMaintenance", "Database Maintenance", day + 2 * 3600, "", ["Indexes are rebuilt"]),
            ("CollectJob", "Collect Job", -900, late, collected + [late]),
        ]
        for row in rows {
            let start = Duration.seconds(row.start) + .milliseconds(world.portal.generator.number(in: 1...999))
            var times = [start]
            for _ in 0...row.events.count {
                times.append((times.last ?? start) + .milliseconds(world.portal.generator.number(in: 20...9000)))
            }
            let messages = ["\(row.title) has begun"] + row.events + ["\(row.title) has ended"]
            world.portal.systemSessions.place(
                SystemSessionRecord(
                    id: world.portal.generator.guid(),
                    kind: row.kind,
                    title: row.title,
                    start: start,
                    end: times.last ?? start,
                    state: row.warning.isEmpty ? "CompletedSuccessfully" : "CompletedWarning",
                    message: row.warning,
                    events: zip(times, messages).map(SystemSessionRecord.Event.init)
                )
            )
        }
    }
}
