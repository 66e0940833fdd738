// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `SummaryReport` and its five frames, counted from the world as it is [reports_summary]; frames have no links, and
/// links to reports of other products are empty.
enum Reports: ResourceFamily {
    private static let summary = Address("reports/summary")
    private static let frames = [
        ("Overview", "overview"), ("VmsOverview", "vms_overview"), ("JobStatistics", "job_statistics"),
        ("ProcessedVms", "processed_vms"), ("Repositories", "repository"),
    ]

    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", "Report", summary, name: "Summary")]) }

    static func register(in router: inout Router) {
        router.on(.get, "reports/summary") { (_, _) throws(Refusal) in
            // The five links have one Type and differ in their names [reports_summary].
            let links = frames.map {
                OfferedLink("Down", "ReportFrame", Address("reports/summary/\($0.1)"), name: $0.0)
            }
            return .ok(Element("SummaryReport", links: links))
        }
        router.on(.get, "reports/summary/overview") { (call, world) throws(Refusal) in
            .ok(Element("OverviewReportFrame", content: ReportCounts(world, at: call.now).overview))
        }
        router.on(.get, "reports/summary/vms_overview") { (call, world) throws(Refusal) in
            .ok(Element("VmsOverviewReportFrame", content: ReportCounts(world, at: call.now).machines))
        }
        router.on(.get, "reports/summary/job_statistics") { (call, world) throws(Refusal) in
            .ok(Element("JobStatisticsReportFrame", content: ReportCounts(world, at: call.now).statistics))
        }
        router.on(.get, "reports/summary/processed_vms") { (call, world) throws(Refusal) in
            .ok(.list("ProcessedVmsReportFrame", of: "Day", ReportCounts.days(world, at: call.now)))
        }
        router.on(.get, "reports/summary/repository") { (_, world) throws(Refusal) in
            .ok(
                Element(
                    "RepositoryReportFrame",
                    attributes: [("CapacityPlanningReportLink", "")],
                    content: [.items(of: "Period", ReportCounts.repositories(world))]
                )
            )
        }
    }
}
