// SPDX-License-Identifier: Apache-2.0

/// Where the guide's twins differ although they are said to show the same data.
///
/// The path of every value that stands in one of them only is listed; anything else fails the test.
struct TwinException {
    let reason: String
    var onlyInJSON: [String] = []
    var onlyInXML: [String] = []

    /// The exception for a document, or that there is none.
    static func of(_ xml: String) -> TwinException {
        all.first { xml.hasPrefix($0.page) }?.exception ?? TwinException(reason: "no exception")
    }

    /// How the names of the documents with an exception begin.
    static var pages: [String] { all.map(\.page) }

    private static let cdp = TwinException(
        reason: "One property has two names: RestoreAtInterval in XML, RestoreAtPointInTime in JSON.",
        onlyInJSON: ["restoreatpointintime"],
        onlyInXML: ["restoreatinterval"]
    )

    private static let planStart = TwinException(
        reason: "Only the JSON example shows the optional start date.",
        onlyInJSON: ["startdate"]
    )

    private static let vdcOfVApp = "vcloudvapprestorespec.vmsrestoreparameters.vm.orgvdcstorageprofileref"
    private static let vdcOfVM = "vmrestorespec.vmrestoreparameters.orgvdcstorageprofileref"

    private static let plan = "cloudfailoverplaninfo.includes.cloudfailoverplanvm"
    private static let options = "cloudfailoverplanoptions"

    private static let all: [(page: String, exception: TwinException)] = [
        (
            "post_backupservers_id_zip__VeeamZipStartupSpec",
            TwinException(reason: "The examples show two different VMs.", onlyInJSON: ["vmref"], onlyInXML: ["vmref"])
        ),
        ("post_cdpreplicavapp_id_actionfailover__CdpFailoverStartSpec", cdp),
        ("post_cdpreplicavm_id_actionfailover__CdpFailoverStartSpec", cdp),
        ("post_cloudfailoverplans_id_start__CloudFailoverPlanManagementSpec", planStart),
        ("post_failoverplans_id_start__FailoverPlanManagementSpec", planStart),
        (
            "post_tenants_id_computeresources__CloudTenantComputeResourceCreateSpec",
            TwinException(
                reason: "Only the JSON example shows the optional WAN accelerator.",
                onlyInJSON: ["wanacceleratoruid"]
            )
        ),
        (
            "post_vapprestorepoints_id_actionrestore__RestoreSpec",
            TwinException(
                reason: "The JSON example has a blank within the URN, where the page broke the line.",
                onlyInJSON: [vdcOfVApp, vdcOfVApp],
                onlyInXML: [vdcOfVApp, vdcOfVApp]
            )
        ),
        (
            "post_vcloud_orgconfigs__VCloudOrganizationConfigCreateSpec",
            TwinException(
                reason: "The examples show two different quotas.",
                onlyInJSON: ["quotagb"],
                onlyInXML: ["quotagb"]
            )
        ),
        (
            "post_vmrestorepoints_id_actionrestore__RestoreSpec",
            TwinException(
                reason: "The JSON example has a blank within the URN, where the page broke the line.",
                onlyInJSON: [vdcOfVM],
                onlyInXML: [vdcOfVM]
            )
        ),
        (
            "put_cloudfailoverplans_id__CloudFailoverPlan",
            TwinException(
                reason: "The JSON example enables the command before failover and names no VMs.",
                onlyInJSON: ["\(options).prefailoverplancommand", "\(options).prefailoverplancommandenabled"],
                onlyInXML: [
                    "failoverplanvmid", "failoverplanvmid", "href", "href", "name", "name", "order", "order", "type",
                    "type",
                ]
                .map { "\(plan).\($0)" } + ["\(options).prefailoverplancommandenabled"]
            )
        ),
        (
            "put_tenants_id_subtenants_id__CloudSubtenant",
            TwinException(
                reason: "The examples show two different quotas.",
                onlyInJSON: ["repositoryquota.quotamb", "repositoryquota.unlimited"],
                onlyInXML: ["repositoryquota.quotamb", "repositoryquota.unlimited"]
            )
        ),
    ]
}
