// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Which links fit, and what tells them apart.
struct AmbiguityCheck {
    func check(_ situation: Situation, candidates: [Candidate]) -> [Cause] {
        let told = candidates.filter { $0.selector != nil }
        let untold = candidates.count - told.count
        var causes: [Cause] = []
        if !told.isEmpty {
            let differences = differences(told)
            causes.append(
                Cause(
                    .ambiguous,
                    .certain,
                    "\(candidates.count) links fit; \(differences) tells them apart, so say which one is meant.",
                    evidence: told.prefix(12).map { candidate in
                        situation.evidence("It offers \(candidate.selector ?? "").")
                    },
                    remedies: told.prefix(12).compactMap { candidate in
                        guard let text = candidate.selector, let step = try? RelPath(text) else { return nil }
                        let path = RelPath(steps: situation.path.steps + step.steps)
                        let isRead = situation.profile.verb(for: situation.selector.rel)?.isSafe ?? false
                        return Remedy(isRead ? .look(path) : .perform(path), "Take this one.")
                    }
                )
            )
        }
        if untold > 0 {
            causes.append(
                Cause(
                    .indistinct,
                    .certain,
                    "\(untold) of them differ in nothing but their href, so nothing may choose among them.",
                    evidence: [
                        situation.evidence("It offers \(untold) links \(situation.selector) alike in type and name.")
                    ],
                    remedies: [Remedy(.look(situation.path), "See all links of the resource.")]
                )
            )
        }
        return causes
    }

    private func differences(_ candidates: [Candidate]) -> String {
        let types = Set(candidates.map { $0.type ?? "" }).count
        let names = Set(candidates.map { $0.name ?? "" }).count
        if types == candidates.count { return "their type" }
        if names == candidates.count { return "their name" }
        return types > 1 || names > 1 ? "their type and name" : "what they lead to"
    }
}
