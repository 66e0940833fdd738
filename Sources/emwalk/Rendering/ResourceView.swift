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
    var path: RelPath?

    private var resource: Resource { pages.resource }
    private var selects: Bool { !view.fields.isEmpty || !view.conditions.isEmpty }

    /// The links and items, as `ls` shows them.
    func links() throws -> Rendering {
        try render(
            rows: pages.isCollection || selects
                ? nil : RowSet(.array(resource.links.map(ResourceJSON.link)))
        ) { items in
            guard !selects else { return itemTable(items, fields: view.fields) }
            var parts: [String] = []
            if console.width != nil { parts.append(ResourceText(console: console).headline(of: resource)) }
            parts.append(LinkTable(of: resource, console: console).text)
            if !items.isEmpty { parts.append("\n" + itemTable(items, fields: [])) }
            return parts.joined(separator: "\n")
        }
    }

    /// What the resource says, as `show` shows it.
    func content() throws -> Rendering {
        try render(rows: pages.isCollection ? nil : RowSet([resource], fields: view.fields), people: describe)
    }

    /// What the resource says, for people.
    func describe(_ items: [Resource]) -> String {
        guard pages.isCollection || !view.conditions.isEmpty else { return properties() }
        let fields = view.fields.isEmpty ? columns(for: items) : view.fields
        guard !selects else { return itemTable(items, fields: fields) }
        let count = "\(items.count) item\(items.count == 1 ? "" : "s")"
        let head = ResourceText(console: console).headline(of: resource)
        return items.isEmpty ? "\(head)\n\n\(count)" : "\(head)\n\n\(count):\n\(itemTable(items, fields: fields))"
    }

    private func render(rows: RowSet?, people: ([Resource]) -> String) throws -> Rendering {
        guard view.conditions.isEmpty || !pages.items.isEmpty || pages.isCollection else {
            throw CommandError(
                "usage",
                "\(resource.name) has no items to choose from.",
                hint: "--where chooses among the items of a collection; look with emwalk ls."
            )
        }
        let fitting = pages.items.filter { item in
            guard !view.conditions.isEmpty else { return true }
            let values = ItemValues(item)
            return view.conditions.allSatisfy { $0.holds(for: values.values($0.path)) }
        }
        let items = view.most.map { Array(fitting.prefix($0)) } ?? fitting
        let isAboutItems = pages.isCollection || !view.conditions.isEmpty
        let text =
            switch view.format {
            case .table, .xml: people(items) + "\n"
            case .json, .yaml: try view.format.text(document(items, isAboutItems: isAboutItems)) ?? ""
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
        return Rendering(
            text: text,
            notes: unknownPaths(isAboutItems: isAboutItems) + cuts(shown: items.count, of: fitting.count)
        )
    }

    private func document(_ items: [Resource], isAboutItems: Bool) -> JSONValue {
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

    private func columns(for items: [Resource]) -> [PropertyPath] {
        let chosen = ItemColumns.choose(items)
        guard let width = console.width else { return chosen }
        let steps = ItemSteps(among: pages.items)
        let names = items.map { steps.step(for: $0) }
        let cells = items.map { item in
            let found = ItemValues(item)
            return chosen.map { ItemTable.cell($0, of: item, found, values) }
        }
        let columns = chosen.indices.map { index in (path: chosen[index], cells: cells.map { $0[index] }) }
        let widest = names.map(DisplayWidth.of).max() ?? 0
        return ItemColumns.fit(columns, names: items.map { $0.label ?? "" }, room: width - widest)
    }

    private func itemTable(_ items: [Resource], fields: [PropertyPath]) -> String {
        if items.isEmpty { return "(no items)" }
        return ItemTable(
            items,
            among: pages.items,
            fields: fields.isEmpty ? nil : fields,
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
        let list = PropertyList(
            console.width == nil ? rows : PropertyFolding.fold(rows),
            style: console.style,
            width: console.width
        )
        guard asked.isEmpty else { return list.lines.joined(separator: "\n") }
        let head = ResourceText(console: console).headline(of: resource)
        return ([head] + list.lines + folded()).joined(separator: "\n")
    }

    /// What is inside it: how many of each kind, the steps to the first, and what opens one.
    private func folded() -> [String] {
        guard !pages.items.isEmpty else { return [] }
        let steps = ItemSteps(among: pages.items)
        var kinds: [String] = []
        var byKind: [String: [String]] = [:]
        for item in pages.items {
            let kind = item.type?.rawValue ?? item.name
            if byKind[kind] == nil { kinds.append(kind) }
            byKind[kind, default: []].append(steps.step(for: item))
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

    // MARK: Notes

    private func cuts(shown: Int, of fitting: Int) -> [String] {
        if pages.isCut {
            let read = view.conditions.isEmpty ? "shown" : "looked through"
            let count = view.conditions.isEmpty ? shown : pages.items.count
            return ["\(count) of about \(pages.total) items are \(read); --all reads the rest."]
        }
        return shown < fitting ? ["\(shown) of \(fitting) items are shown; leave out --max to see all."] : []
    }

    /// A path that nothing has is mistyped, or asked of the wrong list: said, as an empty answer would mislead.
    private func unknownPaths(isAboutItems: Bool) -> [String] {
        let asked = view.fields + view.conditions.map(\.path)
        let subjects = isAboutItems ? pages.items : [resource]
        guard !asked.isEmpty, !subjects.isEmpty else { return [] }
        let values = subjects.prefix(500).map(ItemValues.init)
        var seen: Set<String> = []
        return asked.compactMap { path in
            guard !values.contains(where: { $0.has(path) }), seen.insert(path.description).inserted else { return nil }
            let known = values.first?.paths.map(\.description) ?? []
            let near = Spelling.nearest(to: path.description, in: known).map { " Did you mean ‘\($0)’?" } ?? ""
            return
                "\(isAboutItems ? "No item" : resource.name + " does not") \(isAboutItems ? "has" : "have") ‘\(path)’."
                + near + (near.isEmpty ? entities(of: subjects[0]) : "")
        }
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
