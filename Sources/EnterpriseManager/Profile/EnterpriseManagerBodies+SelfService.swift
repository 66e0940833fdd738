// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension EnterpriseManagerBodies {
    /// Organisations of Cloud Director and self-service for vSphere.
    static let selfService: [BodyRule] = [
        // No page shows the two Create links, so their type is not known.
        BodyRule(
            rel: "Create",
            owner: "VCloudService",
            root: "VCloudOrganizationConfigCreateSpec",
            source: "post_vcloud_orgconfigs"
        ),
        edit("VCloudOrganizationConfig", source: "put_vcloud_orgconfigs_id"),
        BodyRule(
            rel: "Create",
            owner: "VSphereSelfService",
            root: "VSphereSelfServiceCreateSpec",
            source: "post_selfservice_vsphere_configs"
        ),
        edit("VSphereSelfServiceConfig", source: "put_selfservice_vsphere_configs_id"),
    ]
}
