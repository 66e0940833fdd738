// SPDX-License-Identifier: Apache-2.0

/// Finds the order of the elements of a document where a schema has several in the branches of a choice.
struct BranchOrder {
    private let members: [SchemaMember]

    init(_ members: [SchemaMember]) { self.members = members }

    /// The members of those branches that fit best: they have a place for the most names, in the order in which the
    /// names stand.
    func members(with names: Set<String>, in order: [String]) -> [SchemaMember] {
        var result = members
        let groups = Set(members.flatMap(\.choices).map(\.group))
        for group in groups.sorted() {
            let branches = Set(result.flatMap(\.choices).filter { $0.group == group }.map(\.branch)).sorted()
            guard branches.count > 1 else { continue }
            let candidates = branches.map { branch in
                result.filter { member in member.choices.allSatisfy { $0.group != group || $0.branch == branch } }
            }
            let scores = candidates.map { Self.score($0, names, order) }
            guard let best = scores.indices.max(by: { scores[$0] < scores[$1] || scores[$0] == scores[$1] && $0 > $1 })
            else { continue }
            result = candidates[best]
        }
        var seen: Set<String> = []
        return result.filter { $0.kind != .element || seen.insert($0.name).inserted }
    }

    /// Names that have a place count first; then neighbours that stand in order.
    private static func score(_ members: [SchemaMember], _ names: Set<String>, _ order: [String]) -> Int {
        let known = members.map(\.name)
        let places = order.compactMap { name in known.firstIndex(of: name) }
        let inOrder = zip(places, places.dropFirst()).count { $0 <= $1 }
        return names.count { known.contains($0) } * 10_000 + inOrder
    }
}
