// SPDX-License-Identifier: Apache-2.0

/// Which elements have one order in every document, in `STRUCTURES` and in every block of `BODY_FIELDS`.
///
/// `STRUCTURES` names children in the order in which they were first seen: an order for those that are always there,
/// in documents that are not all among the examples; none for others.
struct ElementOrder {
    private struct Pair: Hashable {
        let parent: String
        let first: String
        let second: String

        var reversed: Pair { Pair(parent: parent, first: second, second: first) }
    }

    private var seen: Set<Pair> = []
    /// Pairs whose reverse a table has, with the block.
    private var refuted: [Pair: String] = [:]

    init(structures: [String: Structure], bodies: FieldIndex, corpus: Corpus) {
        for document in corpus.documents {
            for parent in document.tree.elements {
                let names = document.tree.children(parent).map(\.name)
                for (index, name) in names.enumerated() {
                    for later in names[(index + 1)...] where later != name {
                        seen.insert(Pair(parent: parent.name, first: name, second: later))
                    }
                }
            }
        }
        for structure in structures.values {
            note(structure.children.filter { !$0.isOptional }.map(\.name), in: structure.element, by: "STRUCTURES")
        }
        for (parent, blocks) in Self.blocks(bodies) {
            for (block, names) in blocks {
                note(names, in: parent, by: block)
            }
        }
    }

    /// Whether the first element always comes before the second.
    func isFixed(_ first: String, before second: String, in parent: String) -> Bool {
        let pair = Pair(parent: parent, first: first, second: second)
        return seen.contains(pair) && !seen.contains(pair.reversed) && refuted[pair] == nil
    }

    /// The pairs without an order, each with where it is contradicted.
    var leftOut: [String] {
        seen.compactMap { pair in
            let text = "order of \(pair.parent)/\(pair.first) and \(pair.second)"
            if seen.contains(pair.reversed) { return pair.first < pair.second ? "\(text): examples have both" : nil }
            return refuted[pair].map { "\(text): the reverse in \($0)" }
        }
    }

    /// Notes what the order of a table refutes.
    private mutating func note(_ names: [String], in parent: String, by table: String) {
        for (index, name) in names.enumerated() where names.count(where: { $0 == name }) == 1 {
            for later in names[(index + 1)...] where names.count(where: { $0 == later }) == 1 {
                let pair = Pair(parent: parent, first: later, second: name)
                refuted[pair] = min(refuted[pair] ?? table, table)
            }
        }
    }

    /// The fields of each block by the element that holds them, in the order of the page.
    private static func blocks(_ bodies: FieldIndex) -> [String: [String: [String]]] {
        var rows: [String: [String: [Field]]] = [:]
        for (place, fields) in bodies.fields where !place.child.hasPrefix("@") {
            for field in fields {
                rows[place.parent, default: [:]]["\(field.page): \(field.block)", default: []].append(field)
            }
        }
        return rows.mapValues { $0.mapValues { $0.sorted { $0.line < $1.line }.map(\.element) } }
    }
}
