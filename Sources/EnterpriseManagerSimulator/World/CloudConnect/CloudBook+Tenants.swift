// SPDX-License-Identifier: Apache-2.0

extension CloudBook {
    /// Tenants of all three kinds; they log on with the password of the account, and one may not.
    static func placeTenants(in world: inout World, server: GUID, repositories: [GUID]) {
        var harbour = tenant("Harbour Logistics", .standalone, in: &world, server: server)
        harbour.description = "Freight, three sites"
        harbour.throttling = CloudTenantRecord.Throttling(limit: 20, unit: "MBps")
        harbour.publicAddressCount = 2
        harbour.backupCount = 3
        harbour.replicaCount = 1
        harbour.serverCount = 2
        harbour.maxConcurrentTasks = 4
        harbour.protectionDays = 14
        harbour.usesOtherGateways = true
        harbour.quotas = [
            quota("Harbour Vol 01", 4_194_304, used: 2_741_120, repositories[1], in: &world),
            quota("Harbour Archive", 1_048_576, used: 104_310, repositories[2], in: &world),
        ]
        if let plan = world.cloud.hardwarePlans.records.first(where: { $0.platform == "VMware" }) {
            let appliance = CloudNetworkAppliance(name: "Appliance Harbour Logistics", network: "VM Network")
            var compute = CloudComputeRecord(
                id: world.generator.guid(),
                plan: plan.id,
                usesNetworkResources: true,
                appliance: appliance
            )
            compute.usedMemoryMegabytes = 16_384
            compute.usedProcessors = 6
            compute.usedStorageGigabytes = 412
            harbour.computeResources = [compute]
        }
        harbour.subtenants = ["warehouse", "front.office"].enumerated().map { index, name in
            CloudSubtenantRecord(
                id: world.generator.guid(),
                name: name,
                description: index == 0 ? "Scanners of the warehouse" : "Desks of the front office",
                password: world.configuration.password,
                quota: harbour.quotas[0].id,
                shareName: "Share of \(name)",
                share: 204_800,
                used: 20_480 * index,
                isUnlimited: index == 1
            )
        }
        world.cloud.tenants.place(harbour)
        for pool in Array(world.cloud.pools.ids) { world.cloud.pools.update(pool) { $0.tenants.append(harbour.id) } }
        for address in Array(world.cloud.addresses.ids.prefix(2)) {
            world.cloud.addresses.update(address) { $0.holder = harbour.id }
        }

        var finch = tenant("Alder & Finch", .standalone, in: &world, server: server)
        finch.description = "Lawyers; lease ends with the year"
        finch.leaseEnd = Timestamp(reading: "2026-12-31T00:00:00Z")
        finch.lastResult = "Warning"
        finch.quotas = [quota("Cloud Repository", 512_000, used: 501_760, repositories[2], in: &world)]
        world.cloud.tenants.place(finch)

        var former = tenant("Meadow Dental", .standalone, in: &world, server: server)
        former.description = "Contract ended"
        former.isEnabled = false
        former.lastResult = "Failed"
        former.lastActive = nil
        world.cloud.tenants.place(former)

        let account = CloudTenantKind.account(domain: "example.test", port: 389, name: "EXAMPLE\\nora.hale")
        var hale = tenant("EXAMPLE\\nora.hale", account, in: &world, server: server)
        hale.description = "Home office"
        hale.workstationCount = 1
        hale.quotas = [quota("Home Offices", 102_400, used: 12_288, repositories[2], in: &world)]
        world.cloud.tenants.place(hale)
        placeOrganization(in: &world, server: server, repository: repositories[2])
    }

    private static func placeOrganization(in world: inout World, server: GUID, repository: GUID) {
        let root = world.generator.guid()
        let kind = CloudTenantKind.organization(
            name: "quayside",
            reference: "urn:vCloud:Organization:\(root).urn:vcloud:org:\(world.generator.guid())"
        )
        var quayside = tenant("quayside", kind, in: &world, server: server)
        quayside.description = "Game studio in Cloud Director"
        quayside.replicaCount = 1
        quayside.quotas = [quota("Quayside Vol", 204_800, used: 51_200, repository, in: &world)]
        let center = world.generator.guid()
        quayside.dataCenters = [
            CloudDataCenterRecord(
                id: center,
                name: "quayside-vdc",
                reference: "urn:vCloud:OrgVdc:\(root).urn:vcloud:vdc:\(center)",
                usesNetworkResources: false,
                usedStorageGigabytes: 88
            )
        ]
        world.cloud.tenants.place(quayside)
    }

    private static func tenant(
        _ name: String,
        _ kind: CloudTenantKind,
        in world: inout World,
        server: GUID
    ) -> CloudTenantRecord {
        var tenant = CloudTenantRecord(
            id: world.generator.guid(),
            name: name,
            server: server,
            kind: kind,
            password: world.configuration.password
        )
        tenant.lastActive = world.timestamp(.seconds(-world.generator.number(in: 3600...40_000)))
        return tenant
    }

    private static func quota(
        _ name: String,
        _ quota: Int,
        used: Int,
        _ repository: GUID,
        in world: inout World
    ) -> CloudQuotaRecord {
        CloudQuotaRecord(id: world.generator.guid(), name: name, repository: repository, quota: quota, used: used)
    }
}
