// SPDX-License-Identifier: Apache-2.0

/// Puts the children of an element into the order of the schema, as far as it can be had.
///
/// A validator looks no further in an element where a child is missing, so a missing one gets an element that keeps
/// its place.
struct Arrangement {
    /// More missing children of one element are not told one by one.
    private static let mostMissing = 50

    private let card: TypeCard

    init(_ card: TypeCard) { self.card = card }

    /// The same elements in order; those of one name keep theirs.
    ///
    /// - Parameter source: the value in JSON that the element comes from.
    func arrange(_ elements: [MappedElement], source: Int) -> [MappedElement] {
        var waiting: [String: ArraySlice<MappedElement>] = [:]
        var names: [String] = []
        for element in elements {
            if waiting[element.name] == nil { names.append(element.name) }
            waiting[element.name, default: []].append(element)
        }
        var arranged: [MappedElement] = []
        var state = card.start
        var missing = 0
        while missing < Self.mostMissing {
            let candidates = state.expected + names
            guard let name = candidates.first(where: { waiting[$0]?.isEmpty == false && state.after($0) != nil }),
                let next = state.after(name)
            else {
                let required = state.required
                guard let first = required.first, let next = state.after(first) else { break }
                var placeholder = MappedElement(name: first, source: source)
                placeholder.missing = required
                arranged.append(placeholder)
                missing += 1
                state = next
                continue
            }
            if let element = waiting[name]?.popFirst() { arranged.append(element) }
            if next == state {
                // What may come any number of times leaves no trace.
                arranged += waiting[name] ?? []
                waiting[name] = []
            }
            state = next
        }
        // What has no place: too much of it, or something that excludes it.
        let rest = names.sorted { (card.order[$0] ?? .max, $0) < (card.order[$1] ?? .max, $1) }
        return arranged + rest.flatMap { waiting[$0] ?? [] }
    }
}
