// SPDX-License-Identifier: Apache-2.0

/// The files of a guest as resources, below a mount or below a restore point of the catalog
/// [vmrestorepoints_id_mountpoints_id_filepath, catalog_vms_vmname_vmrestorepoints_id_guestfs_filepath].
///
/// Both speak the same documents and differ in their links: those of mounts have no `Type`, and a directory of a
/// mount can be restored.
struct GuestBrowser {
    let files: GuestFileSystem
    /// Where the files lie, without a slash at the end.
    let base: String
    let isCatalog: Bool

    /// What a GET answers: an entry, or the list that `?action=` asks for.
    func answer(_ path: String, _ query: Query) throws(Refusal) -> Answer {
        let segments = PathText.decode(path)
        guard let action = query["action"]?.lowercased() else {
            return .ok(Element("FileSystemEntry", content: [.element(try element(try entry(segments), inList: false))]))
        }
        let directory = segments.isEmpty ? root : try entry(segments)
        guard directory.isDirectory else { throw Refusal(400, "\(text(directory)) is not a directory") }
        guard let kind = GuestList(rawValue: action) else { throw Refusal(400, "Unknown action: \(action)") }
        return .ok(try list(directory, kind, query))
    }

    /// The entry at a path.
    func entry(_ segments: [String]) throws(Refusal) -> GuestEntry {
        if segments.isEmpty, isCatalog { return root }
        guard let entry = files.entry(at: segments) else {
            throw Refusal(404, "Cannot find path [\(segments.joined(separator: "/"))]")
        }
        return entry
    }

    /// Where an entry lies.
    func address(_ entry: GuestEntry) -> Address { Address(base + "/" + PathText.encode(entry.path)) }

    /// The volumes of a mount, which have no links [vmrestorepoints_id_mountpoint].
    var volumes: [Element] {
        files.roots.map { root in
            Element("DirectoryEntry", Identity(type: "DirectoryEntry", address: address(root)), content: names(root))
        }
    }

    /// What lies above the volumes; only the catalog shows it.
    private var root: GuestEntry {
        GuestEntry(path: [], isDirectory: true, size: 0, owner: "", modified: files.time)
    }

    private func element(_ entry: GuestEntry, inList: Bool) throws(Refusal) -> Element {
        entry.isDirectory ? directory(entry, inList: inList) : file(entry, inList: inList)
    }

    private func directory(_ entry: GuestEntry, inList: Bool) -> Element {
        func down(_ list: GuestList) -> OfferedLink {
            OfferedLink("Down", isCatalog ? list.type : nil, address(of: list, in: entry))
        }
        var links = isCatalog ? [down(.all), down(.files), down(.directories)] : []
        if !isCatalog {
            if inList { links.append(up(entry)) }
            links += [down(.all), down(.directories), down(.files)]
            links.append(action("restore", entry))
        }
        return Element(
            "DirectoryEntry",
            Identity(type: "DirectoryEntry", address: address(entry)),
            links: links,
            content: entry.path.isEmpty ? [] : names(entry)
        )
    }

    /// The guide prints Restore among the links of a file in the catalog, and has `Actions` for those of mounts.
    private func file(_ entry: GuestEntry, inList: Bool) -> Element {
        let restore = action("restore", entry)
        return Element(
            "FileEntry",
            Identity(type: "FileEntry", address: address(entry)),
            links: isCatalog ? [restore] : [up(entry)],
            content: names(entry) + [
                .value("Size", .number(entry.size)),
                .text("Owner", entry.owner),
                .text("ModifiedDateUTC", entry.modified.iso),
            ] + (isCatalog ? [] : [.links("Actions", [restore])])
        )
    }

    private func names(_ entry: GuestEntry) -> [Content] { [.text("Path", text(entry)), .text("Name", entry.name)] }

    /// Paths have slashes, whatever the guest [vmrestorepoints_id_mountpoints_id_filepath].
    private func text(_ entry: GuestEntry) -> String { entry.path.joined(separator: "/") }

    private func action(_ name: String, _ entry: GuestEntry) -> OfferedLink {
        OfferedLink("Restore", nil, Address(address(entry).tail + "?action=" + name))
    }

    private func up(_ entry: GuestEntry) -> OfferedLink {
        let parent = GuestEntry(
            path: entry.path.count > 1 ? entry.path.dropLast() : entry.path,
            isDirectory: true,
            size: 0,
            owner: "",
            modified: files.time
        )
        return OfferedLink("Up", nil, address(of: .all, in: parent))
    }

    // MARK: Lists

    private func address(of list: GuestList, in entry: GuestEntry) -> Address {
        let page = list == .all && isCatalog ? "" : "&pageSize=\(list.pageSize)&page=1"
        return Address(address(entry).tail + "?action=\(list.word)\(page)")
    }

    private func list(_ directory: GuestEntry, _ list: GuestList, _ query: Query) throws(Refusal) -> Element {
        let children = files.children(of: directory.path).filter { list.holds($0) }
        let (page, size) = try Paging.read(query, defaultSize: list.pageSize)
        // The whole list, unless a page is asked for: so the catalog links to it.
        let isPaged = query["page"] != nil || query["pageSize"] != nil
        let paging = Paging(page: page, size: isPaged ? size : max(1, children.count), count: children.count)
        let shown = children[paging.range]
        var content: [Content] = []
        if list != .directories { content.append(try part("Files", "FileEntry", shown.filter { !$0.isDirectory })) }
        if list != .files { content.append(try part("Directories", "DirectoryEntry", shown.filter(\.isDirectory))) }
        let path = address(directory).tail + "?action=" + list.word
        if isPaged { content.append(.element(paging.element(of: path))) }
        let up = OfferedLink("Up", "DirectoryEntry", address(directory))
        let here = Address(isPaged ? "\(path)&pageSize=\(size)&page=\(page)" : path)
        return Element(
            "FileSystemEntries",
            isCatalog ? nil : Identity(address: here),
            links: isCatalog ? [up] : nil,
            content: content
        )
    }

    private func part(_ name: String, _ item: String, _ entries: [GuestEntry]) throws(Refusal) -> Content {
        var items: [Element] = []
        for entry in entries { items.append(try element(entry, inList: true)) }
        return .group(name, [.items(of: item, items)])
    }
}
