// SPDX-License-Identifier: Apache-2.0

/// How many mutants of each kind a schema killed, and which lived.
struct MutationReport {
    /// Survivors that differ only in their document or position.
    struct Group: Hashable {
        let mutation: Mutation
        let place: Place
        let detail: String
    }

    struct Tally {
        var mutants = 0
        var killed = 0
        /// From 0 to 1.
        var share: Double { mutants == 0 ? 1 : Double(killed) / Double(mutants) }

        mutating func count(killed isKilled: Bool) {
            mutants += 1
            if isKilled { killed += 1 }
        }
    }

    private(set) var tallies: [Mutation: Tally] = [:]
    private(set) var total = Tally()
    /// Places by path and change, counted once however often they occur.
    private var paths: [Mutation: [String: Bool]] = [:]
    private(set) var survivors: [Group: (count: Int, example: String)] = [:]

    mutating func add(_ mutant: Mutant, of file: String, killed: Bool) {
        tallies[mutant.mutation, default: Tally()].count(killed: killed)
        total.count(killed: killed)
        let key = mutant.path + " " + mutant.detail
        paths[mutant.mutation, default: [:]][key] = killed && paths[mutant.mutation]?[key] ?? true
        if !killed {
            let group = Group(mutation: mutant.mutation, place: mutant.place, detail: mutant.detail)
            survivors[group, default: (0, "\(mutant.path) in \(file)")].count += 1
        }
    }

    /// The shares by kind, counted in documents and in distinct paths.
    var table: String {
        var lines = [line(["kind", "mutants", "killed", "share", "distinct", "killed", "share"])]
        var distinct = Tally()
        for mutation in Mutation.allCases {
            var once = Tally()
            for killed in (paths[mutation] ?? [:]).values {
                once.count(killed: killed)
                distinct.count(killed: killed)
            }
            lines.append(line([mutation.rawValue] + cells(tallies[mutation] ?? Tally()) + cells(once)))
        }
        lines.append(line(["all"] + cells(total) + cells(distinct)))
        return lines.joined(separator: "\n")
    }

    /// The survivors, those of one element together, most frequent elements first.
    var survivorList: String {
        let byParent = Dictionary(grouping: survivors) { $0.key.place.parent }
            .sorted {
                ($1.value.map(\.value.count).reduce(0, +), $0.key) < ($0.value.map(\.value.count).reduce(0, +), $1.key)
            }
        return byParent.map { parent, groups in
            let lines = groups.sorted { ($1.value.count, $0.key.detail) < ($0.value.count, $1.key.detail) }
                .map { group, found in
                    let change = "\(group.mutation.rawValue): \(group.place), \(group.detail)"
                    let reason = ExplainedSurvivor.reason(group).map { "; accepted: \($0)" } ?? ""
                    return "  \(found.count) × \(change); \(found.example)\(reason)"
                }
            return ([parent.isEmpty ? "(root)" : parent] + lines).joined(separator: "\n")
        }
        .joined(separator: "\n")
    }

    private func cells(_ tally: Tally) -> [String] {
        let permille = (tally.share * 10000).rounded(.down) / 100
        return ["\(tally.mutants)", "\(tally.killed)", "\(permille) %"]
    }

    private func line(_ cells: [String]) -> String {
        cells.enumerated().map { index, cell in
            let blanks = String(repeating: " ", count: max(0, (index == 0 ? 24 : 9) - cell.count))
            return index == 0 ? cell + blanks : blanks + cell
        }
        .joined(separator: " ")
    }
}
