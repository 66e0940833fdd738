// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudTenantFreeLicenseCounters`: machines of a tenant that need no licence; it says no `Type` of itself
/// [get_cloud_tenants_id_freelicensecounters].
enum CloudLicenseCounters: ResourceFamily {
    static let audience = Audience.administrators
    private static let segment = "freelicenseCounters"

    static func register(in router: inout Router) {
        router.on(.get, "\(CloudTenants.path)/*/\(segment)") { (call, world) throws(Refusal) in
            .ok(element(of: try CloudTenants.record(call, in: world)))
        }
    }

    /// The link from the tenant.
    static func related(of tenant: GUID) -> OfferedLink {
        OfferedLink(
            "Related",
            "FreeLicenseCounters",
            CloudTenants.part(segment, of: tenant),
            name: "FreeLicenseCounters"
        )
    }

    /// How the counts follow from what is backed up is not documented: of each kind, all are counted as rental.
    private static func element(of tenant: CloudTenantRecord) -> Element {
        let up = OfferedLink("Up", "CloudTenant", CloudTenants.one(tenant.id).entity, name: tenant.name)
        return Element(
            "CloudTenantFreeLicenseCounters",
            Identity(address: CloudTenants.part(segment, of: tenant.id)),
            links: [up],
            content: [
                .value("RentalVMBackupCount", .number(tenant.backupCount)),
                .value("RentalWorkstationBackupCount", .number(tenant.workstationCount)),
                .value("RentalServerBackupCount", .number(tenant.serverCount)),
                .value("NewVMBackupCount", 0),
                .value("NewWorkstationBackupCount", 0),
                .value("NewServerBackupCount", 0),
                .value("NewVMReplicaCount", .number(tenant.replicaCount)),
            ]
        )
    }
}
