// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What the mounts of restore points and of replica points have in common: they differ in names only
/// [vmrestorepoints_id_mountpoint, vmreplicapoints_id_mountpoint].
///
/// A mount belongs to the logon session that made it; no other sees it.
struct PointMounts: Sendable {
    /// The first segment of the path of the points.
    let path: String
    /// The `Type` of a mount; a list has an s behind it.
    let type: String
    /// What error messages call a point.
    let noun: String
    /// The machine of a point and when it was made.
    let guest: @Sendable (GUID, World) -> (machine: String, time: Duration)?
    /// Whether the Delete link of a mount has a `Type`; those of agents have none [agents_agentrestorepoints_id_mounts].
    var isDeleteTyped = true

    func register(in router: inout Router) {
        router.on(.get, path + "/*/mounts") { (call, world) throws(Refusal) in
            let point = try point(call, in: world)
            let mounts = world.mounts(of: point, session: call.session)
            return .ok(.list(type + "s", of: type, mounts.map(element)))
        }
        router.on(.get, path + "/*/mounts/*") { (call, world) throws(Refusal) in
            .ok(element(try mount(call, in: world)))
        }
        router.on(.delete, path + "/*/mounts/*") { (call, world) throws(Refusal) in
            let mount = try mount(call, in: world)
            world.unmount(mount.number, of: mount.point)
            return .gone
        }
        router.on(.post, path + "/*/mounts", create)
        router.on(.get, path + "/*/mounts/*/**", options: ["pageSize", "page"]) { (call, world) throws(Refusal) in
            let mount = try mount(call, in: world)
            if call.query["action"]?.lowercased() == "download" { return try download(call, mount) }
            return try browser(mount).answer(call.parameters[2], call.query)
        }
        router.on(.post, path + "/*/mounts/*/**", action: "restore", restore)
        // The table of verbs has Download as a POST [requests]; what it returns is in no page: the file (inferred).
        router.on(.post, path + "/*/mounts/*/**", action: "download") { (call, world) throws(Refusal) in
            try download(call, try mount(call, in: world))
        }
    }

    /// The links from the entity of a point.
    func links(of point: GUID) -> [OfferedLink] {
        let address = Address("\(path)/\(point)/mounts")
        return [OfferedLink("Down", type + "List", address), OfferedLink("Create", type, address)]
    }

    private func address(_ mount: MountRecord) -> Address { Address("\(path)/\(mount.point)/mounts/\(mount.number)") }

    private func browser(_ mount: MountRecord) -> GuestBrowser {
        GuestBrowser(files: mount.files, base: address(mount).tail, isCatalog: false)
    }

    private func element(_ mount: MountRecord) -> Element {
        Element(
            type,
            Identity(type: type, address: address(mount)),
            links: [OfferedLink("Delete", isDeleteTyped ? type : nil, address(mount))],
            content: [.group("FSRoots", [.items(of: "DirectoryEntry", browser(mount).volumes)])]
        )
    }

    private func point(_ call: Call, in world: World) throws(Refusal) -> GUID {
        let id = try call.id(type: String(type.dropLast("Mount".count)))
        guard guest(id, world) != nil else { throw Refusal.missing(noun, id) }
        return id
    }

    private func mount(_ call: Call, in world: World) throws(Refusal) -> MountRecord {
        let point = try point(call, in: world)
        let mounts = world.mounts(of: point, session: call.session)
        guard let mount = mounts.first(where: { String($0.number) == call.parameters[1] }) else {
            throw Refusal(404, "Cannot find mount [\(call.parameters[1])]")
        }
        return mount
    }

    /// Takes no body, or one with the kind of the guest's system; without it the guest is taken for Windows (inferred).
    private func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let point = try point(call, in: world)
        var isLinux = false
        if call.body.contains(where: { $0 > 0x20 }) {
            let document = try call.document()
            try document.check(call.format, root: "StartMountSpec", orders: [["OsKind"]], required: [])
            let kind = document["OsKind"]?.text ?? "Windows"
            guard ["windows", "linux"].contains(kind.lowercased()) else {
                throw Refusal(400, "OsKind must be Windows or Linux, not \(kind)")
            }
            isLinux = kind.lowercased() == "linux"
        }
        return world.begin("MountRestorePoint", for: call) { [session = call.session, isLinux] world, _ in
            guard let guest = guest(point, world) else { return .failed("The restore point is not found.") }
            let files = GuestFileSystem(
                machine: guest.machine,
                isLinux: isLinux,
                time: world.timestamp(guest.time)
            )
            let number = world.nextMountNumber(of: point)
            world.mount(point, number: number, session: session, files: files)
            let address = Address("\(path)/\(point)/mounts/\(number)")
            return .done(links: [OfferedLink("Related", type, address, name: "\(point)@\(number)")])
        }
    }

    private func restore(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let mount = try mount(call, in: world)
        let browser = browser(mount)
        let entry = try browser.entry(PathText.decode(call.parameters[2]))
        let isDownload = try FileRestoreSpec.read(call) == .download
        guard isDownload else {
            return world.begin("FileRestoreFromMountPoint", for: call) { _, _ in
                .done("Restore operations started successfully.")
            }
        }
        let link = OfferedLink("Download", nil, Address(browser.address(entry).tail + "?action=download"))
        return world.begin("FileRestoreFromMountPoint", for: call) { _, _ in
            // How a directory is packed is in no page.
            guard !entry.isDirectory else { return .failed("Only files can be downloaded.") }
            return .done(links: [link]) { world, _ in
                world.update(mount: mount.number, of: mount.point) { $0.ready.insert(key(entry.path)) }
            }
        }
    }

    private func download(_ call: Call, _ mount: MountRecord) throws(Refusal) -> Answer {
        let entry = try browser(mount).entry(PathText.decode(call.parameters[2]))
        guard mount.ready.contains(key(entry.path)) else {
            throw Refusal(404, "File \(entry.name) has not been restored for download")
        }
        return .file(mount.files.content(of: entry))
    }

    private func key(_ path: [String]) -> String { path.joined(separator: "/").lowercased() }
}
