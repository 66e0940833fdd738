// SPDX-License-Identifier: Apache-2.0

/// Lets each URN name a thing of another kind.
struct WrongURNKinds: Mutator {
    /// The kinds that the tables have seen, such as `urn:veeam:Job` or `urn:VMware:Vm`.
    let kinds: [Place: Set<String>]

    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.flatMap { element -> [Mutant] in
            var mutants: [Mutant] = []
            let place = tree.place(element)
            if element.isLeaf, element.text.hasPrefix("urn:"), let kinds = kinds[place] {
                let value = other(than: kinds) + Self.rest
                mutants.append(mutant(tree.path(element), place, kinds, element.content, value))
            }
            for attribute in element.attributes where attribute.value.hasPrefix("urn:") {
                let place = Place(parent: element.name, child: "@" + attribute.name)
                guard let kinds = kinds[place] else { continue }
                let value = " \(attribute.name)=\"\(other(than: kinds))\(Self.rest)\""
                mutants.append(mutant(tree.path(element) + "/" + place.child, place, kinds, attribute.range, value))
            }
            return mutants
        }
    }

    private static let rest = ":00112233-4455-6677-8899-aabbccddeeff"

    private func other(than kinds: Set<String>) -> String {
        ["urn:veeam:Repository", "urn:veeam:Job"].first { !kinds.contains($0) } ?? "urn:veeam:Backup"
    }

    private func mutant(
        _ path: String,
        _ place: Place,
        _ kinds: Set<String>,
        _ range: Range<Int>,
        _ value: String
    ) -> Mutant {
        Mutant(
            .wrongURNKind,
            path: path,
            place: place,
            detail: "\(kinds.sorted().joined(separator: ", ")) as \(other(than: kinds))",
            replacing: range,
            with: Array(value.utf8)
        )
    }
}
