// SPDX-License-Identifier: Apache-2.0

/// What the backup servers of the default world manage.
enum DefaultInfrastructure {
    private static let giga = 1 << 30

    /// The servers, the first of which are the roots of virtual infrastructures.
    static func addManagedServers(_ world: inout World) {
        let rows: [(String, Int, String, String)] = [
            ("vc01.example.test", 0, "Production vCenter Server", "VC"),
            ("vcd01.example.test", 0, "Cloud Director of the tenants", "VcdSystem"),
            ("vc02.example.test", 1, "vCenter Server of the branch office", "VC"),
            ("scvmm01.example.test", 1, "Hyper-V lab", "Scvmm"),
            ("vbr01.example.test", 0, "Backup server", "Local"),
            ("proxy01.example.test", 0, "Backup proxy", "Windows"),
            ("repo01.example.test", 0, "Hardened repository", "Linux"),
            ("esx01.example.test", 0, "Host of the production cluster", "ESXi"),
            ("esx02.example.test", 0, "Host of the production cluster", "ESXi"),
            ("vbr02.example.test", 1, "Backup server", "Local"),
            ("repo02.example.test", 1, "Repository of the branch office", "Linux"),
        ]
        for (name, server, description, kind) in rows {
            let id = world.generator.guid()
            let isRoot = ["VC", "VcdSystem", "Scvmm"].contains(kind)
            // The instance of a vCenter Server is a GUID, Hyper-V is known by its name [get_hierarchyroots_id].
            let uniqueID = kind == "Scvmm" ? name : world.generator.guid().description
            world.infrastructure.managedServers.place(
                ManagedServerRecord(
                    id: id,
                    name: name,
                    server: world.firstServers[server],
                    description: description,
                    kind: kind,
                    uniqueID: isRoot ? uniqueID : nil
                )
            )
        }
    }

    static func furnish(_ world: inout World) {
        addItems(&world)
        for (index, server) in world.firstServers.enumerated() {
            addSecrets(of: server, index, &world)
            addAccelerator(on: server, index, &world)
        }
        addExternalRepositories(&world)
    }

    /// What the lookup service finds beside the machines of jobs.
    private static func addItems(_ world: inout World) {
        let rows: [(HierarchyPlatform, Int, String, [String])] = [
            (.vmware, 0, "Vm", ["test01", "intranet01"]),
            (.vmware, 0, "Host", ["esx01.example.test", "esx02.example.test"]),
            (.vmware, 0, "Cluster", ["Production"]),
            (.vmware, 0, "Datacenter", ["Headquarters"]),
            (.vmware, 0, "Folder", ["Web", "Databases"]),
            (.vmware, 0, "ResourcePool", ["Gold", "Silver"]),
            (.vmware, 0, "Datastore", ["ssd01", "ssd02", "archive01"]),
            (.vmware, 0, "Tag", ["Backup daily", "Backup weekly"]),
            (.vmware, 0, "StoragePod", ["SSD cluster"]),
            (.vmware, 1, "Vm", ["print01"]),
            (.vmware, 1, "Host", ["esx11.example.test"]),
            (.vmware, 1, "Datastore", ["branch01"]),
            (.vmware, 1, "Tag", ["Backup daily"]),
            (.vmware, 1, "StoragePod", ["Branch cluster"]),
            (.vCloud, 0, "Organization", ["Alder", "Birch"]),
            (.vCloud, 0, "OrgVdc", ["Alder VDC", "Birch VDC"]),
            (.vCloud, 0, "Datastore", ["tenants01"]),
            (.vCloud, 0, "OrgVdcStorageProfile", ["Gold", "Bronze"]),
            (.vCloud, 0, "Vapp", ["shop", "crm"]),
            (.vCloud, 0, "Vm", ["shop-web", "shop-db", "crm01"]),
            (.hyperV, 1, "Vm", ["lab02"]),
            (.hyperV, 1, "VmGroup", ["Lab"]),
            (.hyperV, 1, "Host", ["hv01.example.test"]),
        ]
        for (platform, server, type, names) in rows {
            guard let root = world.infrastructure.root(of: platform, on: world.firstServers[server]) else { continue }
            for name in names {
                let object = object(type, platform, &world)
                world.infrastructure.items.append(
                    HierarchyItemRecord(
                        root: root,
                        type: type,
                        name: name,
                        reference: platform.reference(type, object, root: root)
                    )
                )
            }
        }
    }

    /// The part of a reference that the virtual infrastructure itself gave.
    private static func object(_ type: String, _ platform: HierarchyPlatform, _ world: inout World) -> String {
        switch platform {
        case .vCloud: "urn:vcloud:\(type.lowercased()):\(world.generator.guid())"
        case .hyperV: world.generator.guid().description
        case .vmware:
            switch type {
            case "Vm": "vm-\(world.generator.number(in: 10...9999))"
            case "ResourcePool": "resgroup-\(world.generator.number(in: 10...999))"
            case "Tag": "urn:vmomi:InventoryServiceTag:\(world.generator.guid()):GLOBAL"
            default: "\(type.lowercased())-\(world.generator.number(in: 10...999))"
            }
        }
    }

    private static func addSecrets(of server: GUID, _ index: Int, _ world: inout World) {
        let accounts = [
            [
                ("EXAMPLE\\svc-backup", "Guest processing"), ("administrator@vsphere.local", "vCenter Server"),
                ("root", "Linux"),
            ],
            [("EXAMPLE\\svc-branch", "Guest processing"), ("root", "Linux")],
        ]
        for (user, description) in accounts[index] {
            world.infrastructure.credentials.place(
                CredentialsRecord(id: world.generator.guid(), server: server, user: user, description: description)
            )
        }
        let hints = [["Tape safe", "Offsite copies"], ["Branch office"]]
        for (number, hint) in hints[index].enumerated() {
            world.infrastructure.passwordKeys.place(
                PasswordKeyRecord(
                    id: world.generator.guid(),
                    server: server,
                    hint: hint,
                    modified: .seconds(-86_400 * (40 + number * 65))
                )
            )
        }
    }

    private static func addAccelerator(on server: GUID, _ index: Int, _ world: inout World) {
        world.infrastructure.wanAccelerators.place(
            WanAcceleratorRecord(
                id: world.generator.guid(),
                name: ["proxy01.example.test", "repo02.example.test"][index],
                server: server,
                description: ["Headquarters", "Branch office"][index],
                capacity: [200, 100][index],
                cachePath: ["E:\\VeeamWAN", "/var/cache/veeamwan"][index],
                isHighBandwidth: index == 0
            )
        )
    }

    private static func addExternalRepositories(_ world: inout World) {
        let rows = [
            ("Cloud Archive", "AmazonS3External", "amazonS3://archive/example", 3_410 * giga),
            ("Branch Cloud", "AzureStorageExternal", "azureBlob://branch/example", 812 * giga),
        ]
        for (index, (name, kind, path, used)) in rows.enumerated() {
            world.infrastructure.externalRepositories.place(
                ExternalRepositoryRecord(
                    id: world.generator.guid(),
                    name: name,
                    server: world.firstServers[index],
                    kind: kind,
                    path: path,
                    usedSpace: used,
                    description: "Read only"
                )
            )
        }
    }
}
