// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// Why a link that is offered was refused.
struct RefusalCheck {
    let client: HypermediaClient
    let hub: Resource

    func check(_ situation: Situation, _ refusal: Refusal) async throws -> [Cause] {
        let availability = AvailabilityCheck(client: client, hub: hub)
        let known = try await availability.check(situation, effect: .accepted)
        let words = refusal.said.map { ": \($0)" } ?? ""
        let seen = situation.evidence("It was answered with \(refusal.status)\(words)")
        switch refusal.status {
        case 401:
            return [
                Cause(
                    .server,
                    .certain,
                    "The session is not valid any more, or was never accepted.",
                    evidence: [seen],
                    remedies: [Remedy(.none, "Log on again.")]
                )
            ]
        case 403: return [forbidden(situation, seen, known)] + known.filter { $0.kind != .role }
        case 404: return [try await gone(situation, seen)] + known
        default:
            // A refusal proves that something is wrong, and what is known to be so is the likeliest reason.
            let proven = known.filter { $0.kind != .role }.map { cause in
                var cause = cause
                if cause.certainty < .likely { cause.certainty = .likely }
                return cause
            }
            let server = Cause(
                .server,
                proven.isEmpty ? .certain : .possible,
                refusal.said ?? "The server refused it with status \(refusal.status) and did not say why.",
                evidence: [seen],
                remedies: [Remedy(.look(situation.path), "See what it offers and says now.")]
            )
            return proven + [server] + known.filter { $0.kind == .role }
        }
    }

    private func forbidden(_ situation: Situation, _ seen: Evidence, _ known: [Cause]) -> Cause {
        let role = known.first { $0.kind == .role }
        return Cause(
            .role,
            .certain,
            "The server offers the link and refuses it to this account: a link is no proof of permission."
                + (role.map { " \($0.sentence)" } ?? ""),
            evidence: [seen] + (role?.evidence ?? []),
            source: role?.source,
            remedies: role?.remedies ?? [Remedy(.none, "Ask for a role that may, or log on as somebody who has it.")]
        )
    }

    /// Whether the resource is still there is asked of itself.
    private func gone(_ situation: Situation, _ seen: Evidence) async throws -> Cause {
        var evidence = [seen]
        if let own = situation.resource.selfLink {
            do {
                let now = try await client.resource(of: own)
                let isOffered = !situation.selector.matches(in: now).isEmpty
                evidence.append(
                    situation.evidence(
                        isOffered ? "Read again, it still offers the link." : "Read again, it offers the link no more."
                    )
                )
            } catch let error as any ActionableError {
                try Task.checkCancellation()
                evidence.append(situation.evidence("It cannot be read again: \(error.message)"))
            }
        }
        return Cause(
            .gone,
            .likely,
            "What the link led to is gone, or belonged to a session that has ended.",
            evidence: evidence,
            remedies: [Remedy(.look(RelPath(steps: situation.path.steps.dropLast())), "Walk there anew.")]
        )
    }
}
