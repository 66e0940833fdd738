// SPDX-License-Identifier: Apache-2.0

extension QueryTypes {
    static let cloudGateway = QueryType(
        "CloudGateway",
        fields: [.identity, [.flag("Enabled"), .text("Description")], .server]
    )

    static let cloudGatewayPool = QueryType(
        "CloudGatewayPool",
        sortedBy: "Name",
        fields: [.identity, [.text("Description")], .server]
    )

    static let cloudTenant = QueryType(
        "CloudTenant",
        fields: [
            .identity, [.flag("Enabled")], .server,
            [
                .words("Type", ["vCD", "Standalone", "ActiveDirectory"], from: "TenantType"),
                .text("OrganizationReference"),
            ],
        ]
    )

    static let cloudSubtenant = QueryType(
        "CloudSubtenant",
        .resources,
        sortedBy: "Name",
        fields: [
            [
                .text("UID", from: "Id"), .text("Name"), .text("CloudTenantUid"), .text("CloudTenantName"),
                .flag("Disabled"), .flag("Unlimited"), .number("Quota"), .number("UsedQuota"),
                .text("BackupResourceId"),
            ], .server,
        ]
    )

    static let cloudHardwarePlan = QueryType(
        "CloudHardwarePlan",
        sortedBy: "Name",
        fields: [.identity, [.words("Platform", ["VMware", "HyperV"])], .server]
    )

    static let cloudPublicIpAddress = QueryType(
        "CloudPublicIpAddress",
        list: "CloudPublicIpAddresses",
        sortedBy: "Name",
        fields: [.identity, [.text("IpAddress"), .text("CloudTenantUid"), .text("CloudTenantName")], .server]
    )

    static let cloudReplica = QueryType(
        "CloudReplica",
        fields: [.identity, [.words("Platform", ["VMware", "HyperV", "vCloud"])]]
    )

    static let cloudVmReplicaPoint = QueryType(
        "CloudVmReplicaPoint",
        isLinked: false,
        fields: [
            .identity, .points,
            [
                .text("VmName"),
                .words("Type", ["CDP", "Full", "ReverseIncrement", "Increment", "Snapshot"], from: "PointType"),
                .text("ReplicaUid", from: "CloudReplicaUid"), .text("ReplicaName", from: "CloudReplicaName"),
                .text("VmDisplayName"),
            ], .server,
            [
                .words("State", ["Unknown", "Ready", "Failover", "Failback", "PermanentFailover"])
            ],
        ]
    )

    static let cloudFailoverPlan = QueryType(
        "CloudFailoverPlan",
        sortedBy: "Name",
        fields: [.identity, [.text("Description"), .text("CloudTenantUid"), .text("CloudTenantName")], .server]
    )

    static let cloudFailoverSession = QueryType(
        "CloudFailoverSession",
        isLinked: false,
        fields: [
            .identity, [.text("Type", from: "JobType")],
            .session(states: ["Starting", "Stopping", "Working", "Stopped"]), [.text("FailureMessage")], .server,
        ]
    )

    static let vlanConfiguration = QueryType(
        "VlanConfiguration",
        item: "Vlans",
        isLinked: false,
        fields: [
            [
                .text("UID"), .text("Name"), .text("SwitchName"),
                .words("SwitchType", ["VirtualSwitch", "DistributedVirtualSwitch"]), .text("SwitchId"),
                .text("ClusterName"), .text("ClusterRef"),
            ], .server,
        ]
    )
}
