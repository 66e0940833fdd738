// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `SystemSession`, in lists `Sessions`: the housekeeping of Enterprise Manager, and its record
/// [get_systemsessions, get_systemsessions_id, get_systemsessions_id_events].
///
/// Links call it `BackupJobSession`, as which it is typed nowhere else.
enum SystemSessions: ListedResource {
    static let audience = Audience.administrators
    static let type = "SystemSession"
    static let alternateType = "BackupJobSession"
    static let item = "Sessions"
    static let path = "systemSessions"
    static let noun = "system session"
    static func table(of world: World) -> Table<SystemSessionRecord> { world.portal.systemSessions }
    /// Only lists of entities are shown; see ``CdpPolicies/hubLinks``.
    static var hubLinks: HubLinks { HubLinks(inferred: [OfferedLink("Down", type + "List", Address(path).entity)]) }
    /// Queries do not know them [query_type].
    static var queries: [QuerySource] { [] }

    static func register(in router: inout Router) {
        serveEach(in: &router)
        // The page prints entities without being asked for them.
        router.on(.get, path) { (call, world) throws(Refusal) in
            entities(table(of: world).records, call, world)
        }
        router.on(.get, path + "/*/events") { (call, world) throws(Refusal) in
            .ok(events(of: try record(call, in: world), world))
        }
    }

    private static func name(_ session: SystemSessionRecord, _ world: World) -> String {
        "\(session.title) @\(world.timestamp(session.start).inName)"
    }

    static func reference(_ session: SystemSessionRecord, _ world: World) -> Reference {
        reference(session.id, name(session, world), [])
    }

    static func links(of session: SystemSessionRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        [OfferedLink("Down", "SystemSessionEvents", part("events", of: session.id), name: "Events")]
    }

    static func content(of session: SystemSessionRecord, _ call: Call, _ world: World) -> [Content] {
        [
            .text("SessionType", session.kind),
            .text("CreationTimeUTC", world.timestamp(session.start).iso),
            .text("EndTimeUTC", world.timestamp(session.end).iso),
            .text("State", session.state),
            // The result is the state, as the page prints it; its table has that of jobs.
            .group(
                "Result",
                [.text("Result", session.state), .text("Message", session.message), .value("IsCanceled", false)]
            ),
        ]
    }

    private static func events(of session: SystemSessionRecord, _ world: World) -> Element {
        let events = session.events.enumerated().map { index, event in
            Element(
                "Events",
                content: [
                    // Without the letter of UTC, as the page prints it.
                    .text("CreationTimeUTC", String(world.timestamp(event.time).iso.dropLast())),
                    .text("Message", event.message),
                    .value("Order", .number(index + 1)),
                ]
            )
        }
        return Element(
            "SystemSessionEvents",
            Identity(type: "SystemSessionEvents", address: part("events", of: session.id)),
            links: [OfferedLink("Up", alternateType, one(session.id).entity, name: name(session, world))],
            content: [.items(of: "Events", events)]
        )
    }
}
