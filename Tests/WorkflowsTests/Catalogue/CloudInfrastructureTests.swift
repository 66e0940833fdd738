// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Gateways, pools, hardware plans, public addresses and VLANs of a service provider.
@Suite struct CloudInfrastructureTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    static let server = "vbr01.example.test"
    private static let host = "urn:VMware:Host:910a2dec-8902-4cc1-beeb-8da1658eec67"

    private func list(_ type: String, _ record: Rehearsal.Record) throws -> [ServedPage] {
        try record.laboratory.transport.snapshot
            .look([LinkStep("Down", "CloudConnectService"), LinkStep("Down", type)]).items
    }

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let gateways = try await rehearsal.reads("list-gateways")
        #expect(gateways.texts("gateways", "address") == ["203.0.113.11", "203.0.113.12", "gate.example.test"])
        #expect(gateways.texts("gateways", "enabled") == ["true", "true", "false"])
        let pools = try await rehearsal.reads("list-gateway-pools")
        #expect(pools.texts("pools", "description") == ["For tenants with a service level"])
        let pool = try await rehearsal.reads("show-gateway-pool", ["pool": "Premium Gateways"])
        #expect(pool.texts("gateways", "name") == ["gw01.example.test", "gw02.example.test"])
        let plans = try await rehearsal.reads("list-hardware-plans")
        #expect(plans.texts("plans", "processorMhz") == ["24000", "12000"])
        #expect(plans.texts("plans", "host").map { $0.hasPrefix("urn:VMware:Host:") } == [true, false])
        let plan = try await rehearsal.reads("show-hardware-plan", ["plan": "VMware Gold"])
        #expect(plan.texts("tenants", "name") == ["Harbour Logistics"])
        #expect(plan["plan"]?["MemoryUsageLimitMb"]?.scalar == "65536")
        let addresses = try await rehearsal.reads("list-public-addresses")
        #expect(addresses.texts("addresses", "address").prefix(2) == ["198.51.100.20", "198.51.100.21"])
        #expect(addresses.texts("addresses", "tenantUid").count == 2)
        let vlans = try await rehearsal.reads("list-vlans")
        #expect(vlans.texts("vlans", "name") == ["vSwitch0", "External Switch"])
        #expect(vlans.texts("vlans", "withInternetFrom") == ["500", "700"])
    }

    private static let creations: [(name: String, inputs: [String: String], list: String)] = [
        (
            "create-gateway",
            [
                "host": "gw04.example.test", "server": server, "mode": "NAT", "address": "203.0.113.14",
                "internalPort": "6181", "description": "<new>",
            ], "CloudGatewayList"
        ),
        (
            "create-gateway-pool",
            ["name": "Basic & more", "gateway": "gw03.example.test", "server": server], "CloudGatewayPoolList"
        ),
        (
            "create-hardware-plan",
            [
                "name": "VMware Bronze", "server": server, "processorMhz": "4000", "memoryMb": "8192",
                "host": host + ".host-21", "hostName": "esx01.example.test", "storageName": "Replicas",
                "storage": "urn:VMware:Datastore:910a2dec-8902-4cc1-beeb-8da1658eec67.datastore-41",
                "storageGb": "512", "networksWithInternet": "1",
            ], "CloudHardwarePlanList"
        ),
        (
            "create-hardware-plan",
            [
                "name": "Hyper-V Bronze", "server": server, "platform": "HyperV", "processorMhz": "4000",
                "memoryMb": "8192", "host": "urn:HyperV:Host:910a2dec-8902-4cc1-beeb-8da1658eec67.e8652cd8",
                "storageName": "Replicas", "storage": "E:\\Bronze", "storageGb": "512",
            ], "CloudHardwarePlanList"
        ),
        (
            "create-public-addresses", ["from": "192.0.2.40", "to": "192.0.2.43", "server": server],
            "CloudPublicIpAddressList"
        ),
    ]

    /// The five links Create of the service differ by their hrefs only.
    @Test(arguments: DocumentFormat.allCases) func creates(_ format: DocumentFormat) async throws {
        let rehearsal = Rehearsal(Setting(accept: format, scrambled: false)) { $0.effectDelay = .seconds(2) }
        for creation in Self.creations {
            let before = try rehearsal.laboratory().transport.snapshot
                .look([LinkStep("Down", "CloudConnectService"), LinkStep("Down", creation.list)]).items
            let record = try await rehearsal.changes(creation.name, creation.inputs)
            let new = try list(creation.list, record)
            #expect(new.count == before.count + (creation.name == "create-public-addresses" ? 4 : 1))
            #expect(record.results[1].outputs == record.results[0].outputs)
        }
    }

    @Test(arguments: DocumentFormat.allCases) func opaqueLinksDoNotTellWhatTheyCreate(
        _ format: DocumentFormat
    ) async throws {
        let rehearsal = Rehearsal(Setting(accept: format, scrambled: true))
        for creation in Self.creations {
            #expect(AmbiguousWorkflows.names.contains(creation.name))
            try await rehearsal.refuses(creation.name, creation.inputs, .linkAmbiguous)
        }
    }

    @Test(arguments: DocumentFormat.allCases) func refusesWhatDoesNotFitThePlatform(
        _ format: DocumentFormat
    ) async throws {
        let rehearsal = Rehearsal(Setting(accept: format, scrambled: false))
        var inputs = Self.creations[2].inputs
        inputs["hostName"] = nil
        try await rehearsal.refuses("create-hardware-plan", inputs, .missingInput)
        inputs = Self.creations[3].inputs
        inputs["hostType"] = "HostSystem"
        try await rehearsal.refuses("create-hardware-plan", inputs, .inputRefused)
    }

    @Test(arguments: Setting.all) func editsGatewaysAndPools(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let gateway = try await rehearsal.changes(
            "edit-gateway",
            ["gateway": "gw03.example.test", "enabled": "true", "port": "6190", "description": "Back & well"]
        )
        let edited = try list("CloudGatewayList", gateway)[2]
        try edited.expect("Enabled", "true")
        try edited.expect("ExternalPort", "6190")
        try edited.expect("InternalPort", "6180")
        try edited.expect("NetworkMode", "NAT")
        let pool = try await rehearsal.changes(
            "edit-gateway-pool",
            ["pool": "Premium Gateways", "description": "Gold <1>"]
        )
        try list("CloudGatewayPoolList", pool)[0].expect("Description", "Gold <1>")
        let renamed = try await rehearsal.changes(
            "edit-gateway-pool",
            ["pool": "Premium Gateways", "name": "Gold"],
            again: .failed
        )
        #expect(renamed.results[1].failure?.code == .itemMissing)
        #expect(try list("CloudGatewayPoolList", renamed).map { $0["Name"] } == ["Gold"])
    }

    @Test(arguments: Setting.all) func editsPlansAddressesAndVlans(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let plan = try await rehearsal.changes("edit-hardware-plan", ["plan": "VMware Gold", "memoryMb": "131072"])
        let edited = try list("CloudHardwarePlanList", plan)[0]
        try edited.expect("MemoryUsageLimitMb", "131072")
        try edited.expect("ProcessorUsageLimitMhz", "24000")
        let address = try await rehearsal.changes(
            "edit-public-address",
            ["address": "198.51.100.22", "new": "192.0.2.9"],
            again: .failed
        )
        #expect(try list("CloudPublicIpAddressList", address)[2]["IpAddress"] == "192.0.2.9")
        let vlans = ["vlans": "vSwitch0", "withInternetTo": "507", "withoutInternetFrom": "508"]
        _ = try await rehearsal.changes("edit-vlans", vlans)
        let record = try await rehearsal.runs(
            [Call("edit-vlans", vlans), Call("list-vlans")],
            [.changed, .read],
            writes: 1
        )
        let seen = record.results[1].outputs["vlans"]?.elements?.first
        #expect(seen?["withInternetTo"]?.scalar == "507")
        #expect(seen?["withoutInternetFrom"]?.scalar == "508")
        #expect(seen?["withInternetFrom"]?.scalar == "500")
    }

    private static let deletions: [(name: String, inputs: [String: String], list: String)] = [
        ("delete-gateway", ["gateway": "gw02.example.test"], "CloudGatewayList"),
        ("delete-gateway-pool", ["pool": "Premium Gateways"], "CloudGatewayPoolList"),
        ("delete-hardware-plan", ["plan": "Hyper-V Silver"], "CloudHardwarePlanList"),
        ("delete-public-address", ["address": "198.51.100.23"], "CloudPublicIpAddressList"),
        ("delete-vlans", ["vlans": "External Switch"], "VlanConfigurationReferenceList"),
    ]

    @Test(arguments: Setting.all) func deletes(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        for deletion in Self.deletions {
            let before = try rehearsal.laboratory().transport.snapshot
                .look([LinkStep("Down", "CloudConnectService"), LinkStep("Down", deletion.list)]).items
            let record = try await rehearsal.changes(deletion.name, deletion.inputs)
            #expect(try list(deletion.list, record).count == before.count - 1, "\(deletion.name)")
            #expect(record.plan?.dangers.first?.level == .destructive)
        }
        try await rehearsal.refuses("delete-hardware-plan", ["plan": "VMware Gold"], .workflowFailed)
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        let rehearsal = Rehearsal(setting, apiVersion: version)
        for name in [
            "list-gateways", "list-gateway-pools", "list-hardware-plans", "list-public-addresses", "list-vlans",
        ] { _ = try await rehearsal.reads(name) }
        _ = try await rehearsal.runs(
            Self.deletions.map { Call($0.name, $0.inputs) },
            Self.deletions.map { _ in .changed },
            writes: Self.deletions.count
        )
    }
}
