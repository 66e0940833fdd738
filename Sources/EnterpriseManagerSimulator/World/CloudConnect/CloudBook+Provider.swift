// SPDX-License-Identifier: Apache-2.0

extension CloudBook {
    /// What the service provider has: gateways, addresses, VLANs and hardware plans.
    ///
    /// The addresses are those that are set aside for documents.
    static func placeProvider(in world: inout World, server: GUID) {
        let gateways = [("gw01.example.test", "203.0.113.11"), ("gw02.example.test", "203.0.113.12")].map { row in
            var gateway = CloudGatewayRecord(id: world.generator.guid(), name: row.0, server: server, externalIP: row.1)
            gateway.description = "Gateway in the demilitarized zone"
            world.cloud.gateways.place(gateway)
            return gateway.id
        }
        var inner = CloudGatewayRecord(
            id: world.generator.guid(),
            name: "gw03.example.test",
            server: server,
            externalIP: "gate.example.test"
        )
        inner.networkMode = "NAT"
        inner.isEnabled = false
        inner.description = "In maintenance"
        world.cloud.gateways.place(inner)
        var pool = CloudGatewayPoolRecord(
            id: world.generator.guid(),
            name: "Premium Gateways",
            server: server,
            gateways: gateways
        )
        pool.description = "For tenants with a service level"
        world.cloud.pools.place(pool)

        for number: UInt32 in 0..<6 {
            // 198.51.100.20 and those that follow.
            let address = IPv4Address(number: 0xC633_6414 + number)
            let record = CloudPublicAddressRecord(id: world.generator.guid(), server: server, address: address)
            world.cloud.addresses.place(record)
        }
        for (name, platform, host, first) in [
            ("vSwitch0", "VMware", "urn:VMware:Host:\(server).host-21", 500),
            ("External Switch", "HyperV", "urn:HyperV:Host:\(server).\(world.generator.guid())", 700),
        ] {
            let record = CloudVlanRecord(
                id: world.generator.guid(),
                server: server,
                host: host,
                platform: platform,
                withInternet: first...(first + 9),
                withoutInternet: (first + 10)...(first + 19),
                switchName: name,
                switchID: platform == "VMware" ? name : world.generator.guid().description
            )
            world.cloud.vlans.place(record)
        }
        placePlans(in: &world, server: server)
    }

    private static func placePlans(in world: inout World, server: GUID) {
        var gold = CloudHardwarePlanRecord(
            id: world.generator.guid(),
            name: "VMware Gold",
            server: server,
            processorMegahertz: 24_000,
            memoryMegabytes: 65_536,
            host: "urn:VMware:Host:\(server).host-21",
            parentType: "HostSystem",
            parentName: "esx01.example.test",
            storages: [
                CloudHardwarePlanRecord.Storage(
                    id: world.generator.guid(),
                    name: "Cloud Replicas",
                    kind: "Datastore",
                    place: "urn:VMware:Datastore:\(server).datastore-41",
                    quotaGigabytes: 2048
                )
            ]
        )
        gold.description = "Replicas on vSphere, fast disks"
        gold.networksWithInternet = 2
        gold.networksWithoutInternet = 1
        world.cloud.hardwarePlans.place(gold)

        var silver = CloudHardwarePlanRecord(
            id: world.generator.guid(),
            name: "Hyper-V Silver",
            server: server,
            processorMegahertz: 12_000,
            memoryMegabytes: 32_768,
            platform: "HyperV",
            host: "urn:HyperV:Host:\(server).\(world.generator.guid())",
            storages: [
                CloudHardwarePlanRecord.Storage(
                    id: world.generator.guid(),
                    name: "Replica Volume",
                    place: "E:\\Replicas",
                    quotaGigabytes: 1024
                )
            ]
        )
        silver.description = "Replicas on Hyper-V"
        silver.networksWithInternet = 1
        world.cloud.hardwarePlans.place(silver)
    }
}
