// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Writes a resource and its items as somebody wants to see them: a resource in, text out.
struct ResourceView {
    let pages: ResourcePages
    let view: View
    let values: ValueText
    let console: Console
    /// The walk that leads to the resource, for what can be typed next; nil where it stands already.
    let path: RelPath?
    /// Whether items are picked by their numbers.
    let isNumbered: Bool
    private let known: KnownPaths

    private var resource: Resource { pages.resource }
    private var selects: Bool { !view.fields.isEmpty || !view.conditions.isEmpty }
    private var isAboutItems: Bool { pages.isCollection || !view.conditions.isEmpty }
    private var steps: ItemSteps { ItemSteps(among: pages.items) }

    /// A view on a resource and its pages.
    ///
    /// - Parameters:
    ///   - pages: what was read.
    ///   - view: what is wanted of it.
    ///   - values: how values are written.
    ///   - console: where it goes.
    ///   - path: the walk that leads there.
    ///   - isNumbered: whether items are picked by their numbers.
    init(
        pages: ResourcePages,
        view: View,
        values: ValueText,
        console: Console,
        path: RelPath? = nil,
        isNumbered: Bool = false
    ) {
        self.pages = pages
        self.values = values
        self.console = console
        self.path = path
        self.isNumbered = isNumbered
        guard !view.fields.isEmpty || !view.conditions.isEmpty else {
            self.view = view
            known = KnownPaths([])
            return
        }
        let isAboutItems = pages.isCollection || !view.conditions.isEmpty
        let subjects = isAboutItems ? pages.items.prefix(ViewNotes.sample)[...] : [pages.resource]
        known = KnownPaths(subjects.map(ItemValues.init))
        // What a resource says itself comes before what its items say.
        self.view = (isAboutItems ? view : view.meaning(KnownPaths(of: pages.resource))).meaning(known)
    }

    /// The links and items, as `ls` shows them.
    func links() throws -> Rendering {
        let listing = try chosen()
        var rendering = try render(
            listing,
            rows: pages.isCollection || selects ? nil : RowSet(.array(resource.links.map(ResourceJSON.link)))
        ) { items in
            guard !selects else { return table(items) }
            var parts: [String] = []
            if console.width != nil { parts.append(ResourceText(console: console).headline(of: resource)) }
            if !listing.links.isEmpty { parts.append(LinkTable(listing.links, console: console).text) }
            if !items.isEmpty { parts.append((listing.links.isEmpty ? "" : "\n") + table(items)) }
            if listing.entries.isEmpty {
                parts.append(console.asTyped("(no links and no items; emwalk show tells what it says)"))
            }
            return parts.joined(separator: "\n")
        }
        rendering.listing = listing
        return rendering
    }

    /// What the resource says, as `show` shows it.
    func content() throws -> Rendering {
        try render(
            try chosen(),
            rows: pages.isCollection ? nil : RowSet([resource], fields: view.fields),
            people: describe
        )
    }

    /// What the resource says, for people.
    private func describe(_ items: [NumberedListing.Entry]) -> String {
        guard isAboutItems else { return properties() }
        guard !selects else { return table(items) }
        let count = "\(items.count) item\(items.count == 1 ? "" : "s")"
        let head = ResourceText(console: console).headline(of: resource)
        return items.isEmpty ? "\(head)\n\n\(count)" : "\(head)\n\n\(count):\n\(table(items))"
    }

    /// What the resource says, for people.
    func describe() -> String { describe(NumberedListing(of: pages).items) }

    private var notes: ViewNotes {
        ViewNotes(pages: pages, view: view, values: values, known: known, isAboutItems: isAboutItems)
    }

    /// What is shown of it, numbered.
    private func chosen() throws -> NumberedListing {
        guard view.conditions.isEmpty || !pages.items.isEmpty || pages.isCollection else {
            throw CommandError(
                "usage",
                "\(resource.name) has no items to choose from.",
                hint: "--where chooses among the items of a collection; look with emwalk ls."
            )
        }
        let listing = NumberedListing(of: pages)
        guard selects || view.most != nil else { return listing }
        var left = view.most ?? .max
        return listing.showing { entry in
            guard let item = entry.item else { return !selects }
            guard left > 0, fits(item) else { return false }
            left -= 1
            return true
        }
    }

    private func fits(_ item: Resource) -> Bool {
        guard !view.conditions.isEmpty else { return true }
        let values = ItemValues(item)
        return view.conditions.allSatisfy { $0.holds(for: values) }
    }

    private func fitting() -> Int { pages.items.count(where: fits) }

    private func render(
        _ listing: NumberedListing,
        rows: RowSet?,
        people: ([NumberedListing.Entry]) -> String
    ) throws -> Rendering {
        let entries = listing.shown.filter { $0.item != nil }
        let items = entries.compactMap(\.item)
        let text =
            switch view.format {
            case .table, .xml: people(entries) + "\n"
            case .json, .yaml: try view.format.text(document(items)) ?? ""
            case .ndjson where view.fields.isEmpty && isAboutItems:
                items.map { ResourceJSON.resource($0).text(pretty: false) + "\n" }.joined()
            case .ndjson where view.fields.isEmpty && !isAboutItems && rows == nil:
                ResourceJSON.resource(resource).text(pretty: false) + "\n"
            case .ndjson:
                (isAboutItems ? RowSet(items, fields: view.fields) : rows ?? RowSet([resource], fields: view.fields))
                    .objects.map { $0.text(pretty: false) + "\n" }.joined()
            case .csv:
                (isAboutItems ? RowSet(items, fields: view.fields) : rows ?? RowSet([resource], fields: view.fields))
                    .csv
            }
        var rendering = Rendering(text: text, notes: notes.all(shown: items.count, fitting: fitting))
        if view.format == .table, !view.conditions.isEmpty {
            rendering.count = "\(items.count) of \(pages.items.count) items"
        }
        return rendering
    }

    private func document(_ items: [Resource]) -> JSONValue {
        guard view.fields.isEmpty else {
            let rows = RowSet(isAboutItems ? items : [resource], fields: view.fields).objects
            return isAboutItems ? .array(rows) : rows.first ?? .null
        }
        var members = ResourceJSON.members(of: resource, items: items)
        if pages.isPaged {
            members.append(.init("complete", .boolean(!pages.isCut && items.count == pages.items.count)))
        }
        return .object(members)
    }

    // MARK: For people

    /// The columns that tell items apart, as far as there is room.
    private func columns(for entries: [NumberedListing.Entry], _ steps: ItemSteps) -> [PropertyPath] {
        let items = entries.compactMap(\.item)
        let chosen = ItemColumns.choose(items)
        guard let width = console.width else { return chosen }
        let heads = zip(entries, items).map { ItemTable.heads(of: $0, $1, steps, isNumbered: isNumbered) }
        let taken = (heads.first?.indices ?? 0..<0).map { column in
            2 + (heads.map { DisplayWidth.of($0[column]) }.max() ?? 0)
        }
        let cells = items.map { item in
            let found = ItemValues(item)
            return chosen.map { ItemTable.cell($0, of: item, found, values) }
        }
        let columns = chosen.indices.map { index in (path: chosen[index], cells: cells.map { $0[index] }) }
        return ItemColumns.fit(columns, names: items.map { $0.label ?? "" }, room: width + 2 - taken.reduce(0, +))
    }

    /// Items of it, with what tells them apart or was asked for.
    func table(_ entries: [NumberedListing.Entry]) -> String {
        if entries.isEmpty { return "(no items)" }
        let steps = steps
        let name = resource.representation.profile.identity.name.lowercased()
        // Beside its number an item is called by its name already.
        let asked = view.fields.filter { !isNumbered || $0.description.lowercased() != name }
        return ItemTable(
            entries,
            steps: steps,
            isNumbered: isNumbered,
            fields: view.fields.isEmpty ? columns(for: entries, steps) : asked,
            values: values,
            console: console
        ).text
    }

    private func properties() -> String {
        let asked = Set(view.fields.map { $0.description.lowercased() })
        let all = view.fields.isEmpty ? ResourcePages.ownProperties(of: resource) : resource.properties
        let shown = all.filter { asked.isEmpty || asked.contains($0.path.description.lowercased()) }
        let rows: [PropertyFolding.Row] = shown.map { property in
            let value =
                property.isSecret
                ? ItemValues.mask : values.text(property.value, at: property.path.names, of: resource)
            return (property.path.names, value)
        }
        let isFolded = asked.isEmpty && !view.isFull
        let parts = console.width.flatMap { isFolded ? FoldedParts(rows, style: console.style, width: $0) : nil }
        let list =
            parts?.lines
            ?? PropertyList(
                console.width == nil ? rows : PropertyFolding.fold(rows),
                style: console.style,
                width: console.width
            ).lines
        guard asked.isEmpty else { return list.joined(separator: "\n") }
        let head = ResourceText(console: console).headline(of: resource)
        return ([head] + list + opening(parts?.example) + folded()).joined(separator: "\n")
    }

    /// How to see more of what is told by a line.
    private func opening(_ example: String?) -> [String] {
        guard let example, let path else { return [] }
        // In a shell, where one stands already, the name of a part is enough.
        let isHere = path.steps.isEmpty && console.asTyped("emwalk show") == "show"
        let words = isHere ? "show --full, or show \(example)" : "--full, or one: --fields \(example)"
        return [console.style.dim("  Parts in full: \(words)")]
    }

    /// What is inside it: how many of each kind, the steps to the first, and what opens one.
    private func folded() -> [String] {
        guard !pages.items.isEmpty else { return [] }
        let steps = steps
        var kinds: [String] = []
        var byKind: [String: [String]] = [:]
        for item in pages.items {
            let kind = item.type?.rawValue ?? item.name
            if byKind[kind] == nil { kinds.append(kind) }
            byKind[kind, default: []].append(steps.text(for: item))
        }
        var lines = [""]
        for kind in kinds {
            let all = byKind[kind] ?? []
            let some = all.prefix(5).map(console.style.cyan).joined(separator: ", ")
            lines.append("\(all.count) \(kind): \(some)\(all.count > 5 ? ", …" : "")")
        }
        if let path, let kind = kinds.first, let step = byKind[kind]?.first, console.width != nil {
            let whole = path.steps.isEmpty ? step : "\(path)/\(step)"
            lines.append(console.style.dim(console.asTyped("emwalk show \(ShellWord.quote(whole))")))
        }
        return lines
    }
}
#endif
