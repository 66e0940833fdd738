// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What somebody should know of what is shown: what was left out, what nothing here has, what there is instead.
struct ViewNotes {
    let pages: ResourcePages
    let view: View
    let values: ValueText
    let known: KnownPaths
    let isAboutItems: Bool

    /// As many items as it takes to know what items have.
    static let sample = 500

    private var resource: Resource { pages.resource }

    /// All of them.
    ///
    /// - Parameters:
    ///   - shown: how many items are shown.
    ///   - fitting: how many could be, were there no limit.
    func all(shown: Int, fitting: () -> Int) -> [String] {
        var notes = unknownPaths()
        if notes.isEmpty, shown == 0, let note = otherValues() { notes.append(note) }
        return notes + cuts(shown: shown, fitting)
    }

    private func cuts(shown: Int, _ counted: () -> Int) -> [String] {
        if pages.isCut {
            let read = view.conditions.isEmpty ? "shown" : "looked through"
            let count = view.conditions.isEmpty ? shown : pages.items.count
            return ["\(count) of about \(pages.total) items are \(read); --all reads the rest."]
        }
        guard let most = view.most, shown == most else { return [] }
        let fitting = counted()
        return shown < fitting ? ["\(shown) of \(fitting) items are shown; leave out --max to see all."] : []
    }

    /// A path that nothing has is mistyped, or asked of the wrong list: said, as an empty answer would mislead.
    private func unknownPaths() -> [String] {
        let asked = view.fields + view.conditions.compactMap(\.path)
        let subjects = isAboutItems ? pages.items : [resource]
        guard !asked.isEmpty, let first = subjects.first else { return [] }
        var seen: Set<String> = []
        return asked.compactMap { path in
            guard known.meant(by: path).isEmpty, seen.insert(path.description).inserted else { return nil }
            let subject = isAboutItems ? "No item has" : "\(resource.name) does not have"
            return "\(subject) ‘\(path)’." + advice(on: path, first)
        }
    }

    /// What may have been meant by a path that nothing has.
    private func advice(on path: PropertyPath, _ item: Resource) -> String {
        let ending = known.endings(path.names.map { $0.lowercased() })
        if !ending.isEmpty { return " These end so: \(ending.prefix(6).map(\.description).joined(separator: ", "))." }
        let names = known.all.map(\.description)
        if let near = Spelling.nearest(to: path.description, in: names) { return " Did you mean ‘\(near)’?" }
        let entities = entities(of: item)
        guard entities.isEmpty else { return entities }
        let plain = known.all.filter { $0.names.count == 1 }.map(\.description)
        return plain.isEmpty ? "" : " There is: \(plain.prefix(12).joined(separator: ", "))."
    }

    /// What the items have where a condition asks for something that none of them has.
    private func otherValues() -> String? {
        guard view.conditions.count == 1, let path = view.conditions.first?.path else { return nil }
        var seen: Set<String> = []
        let found = pages.items.prefix(ViewNotes.sample).flatMap { item in
            ItemValues(item).values(path).map { values.text($0, at: path.names, of: item, isNarrow: true) }
        }.filter { seen.insert($0).inserted }
        guard !found.isEmpty else { return nil }
        let shown = found.prefix(8).map { DisplayWidth.fit($0, to: 40) }
        return "\(path) is \(shown.joined(separator: ", "))\(found.count > 8 ? ", …" : "")."
    }

    /// References say hardly more than a name; the list of what they refer to does.
    private func entities(of item: Resource) -> String {
        guard item.isReference, let suffix = item.representation.profile.references?.suffix,
            let type = item.type?.rawValue, type.hasSuffix(suffix)
        else { return "" }
        return
            " These are references; a list of entities says more: \(type.dropLast(suffix.count))List instead of \(type)List."
    }
}
#endif
