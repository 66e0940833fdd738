// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// The indexed files of a machine at one of its restore points, restored with one click
/// [catalog_vms_vmname_vmrestorepoints_id_guestfs, scenario_1_click_restore].
enum CatalogFiles: ResourceFamily {
    static let audience = Audience.fileRestore
    static func root(of point: VmRestorePointRecord) -> Address {
        Address(CatalogRestorePoints.one(point).tail + "/guestfs/")
    }

    static func register(in router: inout Router) {
        let path = "catalog/vms/*/vmRestorePoints/*/guestfs"
        router.on(.get, path) { (call, world) throws(Refusal) in
            try browser(try CatalogRestorePoints.point(call, in: world), world).answer("", call.query)
        }
        router.on(.get, path + "/**", options: ["pageSize", "page"]) { (call, world) throws(Refusal) in
            let point = try CatalogRestorePoints.point(call, in: world)
            return try browser(point, world).answer(call.parameters[2], call.query)
        }
        router.on(.post, path + "/**", action: "restore") { (call, world) throws(Refusal) in
            let point = try CatalogRestorePoints.point(call, in: world)
            let entry = try browser(point, world).entry(PathText.decode(call.parameters[2]))
            guard !entry.isDirectory else { throw Refusal(400, "\(entry.name) is not a file") }
            return world.begin("RestoreFile", for: call) { world, now in
                world.restore(.files(of: point), at: now)
            }
        }
    }

    private static func browser(_ point: VmRestorePointRecord, _ world: World) -> GuestBrowser {
        let files = GuestFileSystem(machine: point.machine, isLinux: false, time: world.timestamp(point.time))
        return GuestBrowser(files: files, base: CatalogRestorePoints.one(point).tail + "/guestfs", isCatalog: true)
    }
}
