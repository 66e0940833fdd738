// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension EnterpriseManagerBodies {
    /// What a cloud provider has: gateways, plans, addresses, networks.
    static let cloud: [BodyRule] = [
        // Untyped; told apart by hints.
        creation("CloudGateway", root: "CreateCloudGatewaySpec", source: "post_gateways"),
        creation("CloudTenant", root: "CreateCloudTenantSpec", source: "post_tenants"),
        creation("CloudHardwarePlan", root: "CloudHardwarePlanCreateSpec", source: "post_hardwareplans"),
        creation("CloudPublicIpAddress", root: "CloudPublicIpAddressCreateSpec", source: "post_publicipaddresses"),
        creation("CloudGatewayPool", root: "CreateCloudGatewayPoolSpec", source: "post_cloudgatewaypools"),
        edit("CloudGateway", source: "put_cloudgateways_id"),
        edit("CloudGatewayPool", source: "put_cloud_gatewaypools_id"),
        edit("CloudHardwarePlan", source: "put_hardwareplans_id"),
        edit("CloudPublicIpAddress", source: "put_publicipaddresses_id"),
        edit("VlanConfiguration", source: "put_vlans_id"),
    ]

    /// Tenants of a cloud provider, and what they may use.
    static let tenants: [BodyRule] = [
        edit("CloudTenant", source: "put_tenants_id"),
        BodyRule(
            rel: "Create",
            type: "CloudTenantResource",
            root: "CreateCloudTenantResourceSpec",
            source: "post_tenants_id_resources"
        ),
        BodyRule(
            rel: "Create",
            type: "CloudTenantComputeResource",
            root: "CloudTenantComputeResourceCreateSpec",
            source: "post_tenants_id_computeresources"
        ),
        BodyRule(
            rel: "Create",
            type: "CloudTenantVCloudComputeResource",
            root: "CloudTenantVCloudComputeResourceCreateSpec",
            source: "post_cloud_tenants_id_vcloudcomputeresources"
        ),
        BodyRule(
            rel: "Create",
            type: "CloudSubtenant",
            root: "CloudSubtenantCreateSpec",
            source: "post_tenants_id_subtenants"
        ),
        edit("CloudSubtenant", type: "CloudSubtenant", source: "put_tenants_id_subtenants_id"),
    ]

    private static func creation(_ created: LinkType, root: String, source: String) -> BodyRule {
        BodyRule(rel: "Create", type: created, owner: "CloudConnectService", root: root, source: source)
    }
}
