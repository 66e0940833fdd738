// SPDX-License-Identifier: Apache-2.0

/// Puts the children of an element into the order of the schema, as far as it can be had.
struct Arrangement {
    private let card: TypeCard

    init(_ card: TypeCard) { self.card = card }

    /// The same elements in order; those of one name keep theirs.
    func arrange(_ elements: [MappedElement]) -> [MappedElement] {
        if elements.count < 2 { return elements }
        var waiting: [String: ArraySlice<MappedElement>] = [:]
        var names: [String] = []
        for element in elements {
            if waiting[element.name] == nil { names.append(element.name) }
            waiting[element.name, default: []].append(element)
        }
        var arranged: [MappedElement] = []
        var state = card.start
        while arranged.count < elements.count {
            let candidates = state.expected + names
            guard let name = candidates.first(where: { waiting[$0]?.isEmpty == false && state.after($0) != nil }),
                let next = state.after(name)
            else { break }
            if let element = waiting[name]?.popFirst() { arranged.append(element) }
            if next == state {
                // What may come any number of times leaves no trace.
                arranged += waiting[name] ?? []
                waiting[name] = []
            }
            state = next
        }
        // What has no place, for want of something before it or because there is too much of it.
        let rest = names.sorted { (card.order[$0] ?? .max, $0) < (card.order[$1] ?? .max, $1) }
        return arranged + rest.flatMap { waiting[$0] ?? [] }
    }
}
