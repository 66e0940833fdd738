// SPDX-License-Identifier: Apache-2.0

/// `HardwarePlanDetails`: the part of a hardware plan that depends on the platform [post_hardwareplans].
enum CloudHardwarePlanDetails {
    static func content(of plan: CloudHardwarePlanRecord) -> [Content] {
        let network = Element(
            "Network",
            attributes: [("Id", .text(plan.id.description))],
            content: [
                .value("CountWithInternet", .number(plan.networksWithInternet)),
                .value("CountWithoutInternet", .number(plan.networksWithoutInternet)),
            ]
        )
        guard plan.platform == "VMware" else {
            let volumes = plan.storages.map { storage in
                element("Volume", storage, [.text("VolumePath", storage.place)])
            }
            return [
                .group(
                    "HvCloudHardwarePlan",
                    [
                        .text("HypervisorHostRef", plan.host),
                        .group("Volumes", [.items(of: "Volume", volumes)]),
                        .element(network),
                    ]
                )
            ]
        }
        let datastores = plan.storages.map { storage in
            let content = [
                Content.text("DatastoreType", storage.kind ?? "Datastore"), .text("Reference", storage.place),
            ]
            return element("Datastore", storage, content)
        }
        return [
            .group(
                "ViCloudHardwarePlan",
                [
                    .text("HypervisorHostRef", plan.host),
                    .text("ParentType", plan.parentType ?? "HostSystem"),
                    .text("ParentName", plan.parentName ?? ""),
                    .group("Datastores", [.items(of: "Datastore", datastores)]),
                    .element(network),
                ]
            )
        ]
    }

    private static func element(
        _ name: String,
        _ storage: CloudHardwarePlanRecord.Storage,
        _ place: [Content]
    ) -> Element {
        Element(
            name,
            attributes: [("Id", .text(storage.id.description))],
            content: [.text("FriendlyName", storage.name)] + place
                + [.value("QuotaGb", .number(storage.quotaGigabytes))]
        )
    }

    /// Takes over the details of a body; new datastores and volumes get ids.
    static func apply(
        _ body: CloudBody,
        to plan: inout CloudHardwarePlanRecord,
        _ generator: inout SeededGenerator
    ) throws(Refusal) {
        let details = body.part("HardwarePlanDetails")
        if let part = details?.part("ViCloudHardwarePlan") {
            plan.platform = "VMware"
            let types = ["ClusterComputeResource", "HostSystem"]
            plan.parentType = try part.word("ParentType", of: types) ?? plan.parentType
            plan.parentName = part.text("ParentName") ?? plan.parentName
            try apply(part, list: "Datastores", place: "Reference", to: &plan, &generator)
        } else if let part = details?.part("HvCloudHardwarePlan") {
            plan.platform = "HyperV"
            try apply(part, list: "Volumes", place: "VolumePath", to: &plan, &generator)
        } else {
            throw Refusal(400, "HardwarePlanDetails has neither ViCloudHardwarePlan nor HvCloudHardwarePlan")
        }
    }

    private static func apply(
        _ part: CloudBody,
        list: String,
        place: String,
        to plan: inout CloudHardwarePlanRecord,
        _ generator: inout SeededGenerator
    ) throws(Refusal) {
        plan.host = try part.needed("HypervisorHostRef")
        if let items = part.items(list) {
            let old = plan.storages
            plan.storages = []
            for item in items {
                let id = item.text("Id").flatMap { GUID($0) }
                let storage = CloudHardwarePlanRecord.Storage(
                    id: old.first { $0.id == id }?.id ?? generator.guid(),
                    name: try item.needed("FriendlyName"),
                    kind: try item.word("DatastoreType", of: ["Datastore", "StoragePod"]),
                    place: try item.needed(place),
                    quotaGigabytes: try item.number("QuotaGb") ?? 0
                )
                plan.storages.append(storage)
            }
        }
        guard !plan.storages.isEmpty else { throw Refusal(400, "\(list) is empty") }
        if let network = part.part("Network") {
            plan.networksWithInternet = try network.number("CountWithInternet") ?? plan.networksWithInternet
            plan.networksWithoutInternet = try network.number("CountWithoutInternet") ?? plan.networksWithoutInternet
        }
    }
}
