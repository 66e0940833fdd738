// SPDX-License-Identifier: Apache-2.0

/// Lets each URN name a thing of another kind.
struct WrongURNKinds: Mutator {
    /// The kinds that the tables have seen, such as `urn:veeam:Job` or `urn:VMware:Vm`.
    let kinds: [Place: Set<String>]

    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.compactMap { element in
            let place = tree.place(element)
            guard element.isLeaf, element.text.hasPrefix("urn:"), let kinds = kinds[place] else { return nil }
            let other = ["urn:veeam:Repository", "urn:veeam:Job", "urn:veeam:Backup"].first { !kinds.contains($0) }
            let value = (other ?? "urn:veeam:Job") + ":00112233-4455-6677-8899-aabbccddeeff"
            return Mutant(
                .wrongURNKind,
                path: tree.path(element),
                place: place,
                detail: "\(kinds.sorted().joined(separator: ", ")) as \(other ?? "")",
                replacing: element.content,
                with: Array(value.utf8)
            )
        }
    }
}
