// SPDX-License-Identifier: Apache-2.0

/// To which moments a CDP replica can fail over: to any of the last hours, and to the points kept for days
/// [post_cdpreplicavm_id_actionintervals, policyscheduleoptions].
struct CdpStates: Sendable {
    /// The short-term window.
    let window: ClosedRange<Timestamp>
    /// Everything from the oldest long-term point on.
    let kept: ClosedRange<Timestamp>
    private let objectiveSeconds: Int
    private let pointHours: Int
    private let codec: GUIDCodec

    private static let hour = 3_600_000

    init(_ policy: CdpPolicyRecord?, _ subject: GUID, until now: Timestamp) {
        let oldest = (policy?.longTermDays ?? 7) * 24 * CdpStates.hour
        let recent = (policy?.shortTermHours ?? 4) * CdpStates.hour
        window = Timestamp(milliseconds: now.milliseconds - recent)...now
        kept = Timestamp(milliseconds: now.milliseconds - max(oldest, recent))...now
        objectiveSeconds = policy?.objectiveSeconds ?? 15
        pointHours = max(1, policy?.longTermHours ?? 8)
        codec = GUIDCodec(kind: "CdpPoint", seed: subject.low)
    }

    /// `CdpReplicaIntervals` of a span.
    func element(from start: Timestamp, to end: Timestamp) -> Element {
        let points = points(from: start, to: end)
        return Element(
            "CdpReplicaIntervals",
            content: [
                .text("StartDate", start.iso),
                .text("EndDate", end.iso),
                .value("HasApplicationConsistentState", .boolean(!points.isEmpty)),
                .group("Intervals", [.items(of: "Interval", intervals(from: start, to: end))]),
                .group("RestorePoints", [.items(of: "RestorePoint", points)]),
            ]
        )
    }

    private func intervals(from start: Timestamp, to end: Timestamp) -> [Element] {
        let (first, last) = (max(start, window.lowerBound), min(end, window.upperBound))
        guard first < last else { return [] }
        return [
            Element(
                "Interval",
                content: [
                    .text("StartDate", first.iso), .text("EndDate", last.iso),
                    .value("Rpo", .number(objectiveSeconds)), .text("IntervalType", "RestoreAvailable"),
                ]
            )
        ]
    }

    /// One point every so many hours, with the same id whenever it is asked for.
    private func points(from start: Timestamp, to end: Timestamp) -> [Element] {
        let (first, last) = (max(start, kept.lowerBound), min(end, kept.upperBound))
        guard first <= last else { return [] }
        let step = pointHours * CdpStates.hour
        let numbers = stride(from: (first.milliseconds + step - 1) / step, through: last.milliseconds / step, by: 1)
        return numbers.map { number in
            Element(
                "RestorePoint",
                content: [
                    .text("Id", codec.id(number).description),
                    .text("Date", Timestamp(milliseconds: number * step).iso),
                    .value("IsApplicationConsistent", true),
                ]
            )
        }
    }
}
