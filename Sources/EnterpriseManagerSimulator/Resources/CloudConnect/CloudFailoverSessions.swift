// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudFailoverSession`: a run of a cloud failover plan [cloudfailoversessions_id, post_cloudfailoverplans_id_start].
enum CloudFailoverSessions: CloudResources {
    static let type = "CloudFailoverSession"
    static let path = "cloud/failoverSessions"
    static let noun = "cloud failover session"
    static var table: WritableKeyPath<CloudBook, Table<CloudFailoverSessionRecord>> { \.failoverSessions }

    static func register(in router: inout Router) { registerReading(in: &router) }

    static func links(of session: CloudFailoverSessionRecord, in world: World) -> [OfferedLink] { [] }

    static func content(of session: CloudFailoverSessionRecord, at now: Duration, in world: World) -> [Content] {
        // Parts whose turn has not come are not there yet (inferred: the example has no third).
        let parts = session.parts.filter { $0.start <= now }.map { part in
            Element(
                "CloudFailoverTasks",
                attributes: [("VmName", .text(part.machine))],
                content: [.element(link(to: part))] + progress(from: part.start, to: part.end, at: now, in: world)
            )
        }
        return [.text("JobType", "FailoverPlan")]
            + progress(from: session.start, to: session.end, at: now, in: world)
            + [.group("CloudFailoverTasks", [CloudTenants.items("CloudFailoverTasks", parts)])]
    }

    /// A link that is an element of its own.
    private static func link(to part: CloudFailoverSessionRecord.Part) -> Element {
        Element(
            "VmReplicaPointLink",
            Identity(type: CloudReplicaPoints.type + "Reference", address: CloudReplicaPoints.one(part.point)),
            attributes: [("Rel", "Related"), ("Name", .text(part.pointName))]
        )
    }

    private static func progress(
        from start: Duration,
        to end: Duration,
        at now: Duration,
        in world: World
    ) -> [Content] {
        let isOver = now >= end
        return [
            .text("CreationTimeUTC", world.timestamp(start).iso),
            .text("EndTimeUTC", isOver ? world.timestamp(end).iso : nil),
            .text("State", CloudFailoverSessionRecord.state(from: start, to: end, at: now)),
            .text("Result", isOver ? "Success" : "None"),
            .value("Progress", .number(CloudFailoverSessionRecord.progress(from: start, to: end, at: now))),
            .absent("FailureMessage"),
        ]
    }
}
