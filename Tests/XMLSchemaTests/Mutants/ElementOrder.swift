// SPDX-License-Identifier: Apache-2.0

/// Which neighbours have one order in `STRUCTURES`, in every document and in every block of `BODY_FIELDS`.
struct ElementOrder {
    private struct Pair: Hashable {
        let parent: String
        let first: String
        let second: String
    }

    private var positions: [String: [String: Int]] = [:]
    private var contradicted: [Pair: String] = [:]

    init(structures: [String: Structure], bodies: FieldIndex, corpus: Corpus) {
        positions = structures.mapValues { structure in
            let names = structure.children.map(\.name)
            return Dictionary(zip(names, names.indices)) { first, _ in first }
        }
        for document in corpus.documents {
            for parent in document.tree.elements {
                let names = document.tree.children(parent).map(\.name)
                for (index, name) in names.enumerated() {
                    for later in names[(index + 1)...] where later != name {
                        // Seen the other way round: the pair (later, name) has no fixed order.
                        note(later, before: name, in: parent.name, "an example has \(name) before \(later)")
                    }
                }
            }
        }
        for (parent, blocks) in Self.blocks(bodies) {
            for (block, names) in blocks {
                for (index, name) in names.enumerated() where names.count(where: { $0 == name }) == 1 {
                    for later in names[(index + 1)...] where names.count(where: { $0 == later }) == 1 {
                        note(later, before: name, in: parent, "the table \(block) has \(name) before \(later)")
                    }
                }
            }
        }
    }

    /// The fields of each block by the element that holds them, in the order of the page.
    private static func blocks(_ bodies: FieldIndex) -> [String: [String: [String]]] {
        var rows: [String: [String: [Field]]] = [:]
        for (place, fields) in bodies.fields {
            for field in fields {
                rows[place.parent, default: [:]]["\(field.page): \(field.block)", default: []].append(field)
            }
        }
        return rows.mapValues { $0.mapValues { $0.sorted { $0.line < $1.line }.map(\.element) } }
    }

    private mutating func note(_ first: String, before second: String, in parent: String, _ reason: String) {
        let pair = Pair(parent: parent, first: first, second: second)
        if contradicted[pair] == nil { contradicted[pair] = reason }
    }

    /// Whether the first element always comes before the second.
    func isFixed(_ first: String, before second: String, in parent: String) -> Bool {
        guard first != second, let positions = positions[parent], let one = positions[first],
            let other = positions[second], one < other
        else { return false }
        return contradicted[Pair(parent: parent, first: first, second: second)] == nil
    }

    /// The pairs without an order, each with where it is contradicted.
    var leftOut: [String] {
        contradicted.filter { pair, _ in
            guard let one = positions[pair.parent]?[pair.first], let other = positions[pair.parent]?[pair.second] else {
                return true
            }
            return one < other
        }
        .map { "order of \($0.parent)/\($0.first) and \($0.second): \($1)" }.sorted()
    }
}
