// SPDX-License-Identifier: Apache-2.0

/// What the two kinds of self-service have in common: the settings of jobs, in a configuration and on a page of their
/// own [put_vcloud_orgconfigs_id, get_vcloud_orgconfigs_id_backupjobsettings].
enum SelfServiceSettings {
    /// Takes over what the `JobSettings` of a body say.
    static func change(_ jobs: inout SelfServiceJobs, by node: BodyNode?) throws(Refusal) {
        guard let body = node.map(PortalBody.init) else { return }
        if try body.flag("DefaultSettings") == true {
            jobs.source = .defaults
        } else if try body.flag("CustomSettings") == true {
            jobs.source = .custom
        } else if try body.flag("DefaultSettings") == false, jobs.usesDefaults {
            jobs.source = .custom
        }
        try changeCommon(&jobs, by: body)
    }

    /// Takes over the members that configurations and the specifications of new ones share.
    static func changeCommon(_ jobs: inout SelfServiceJobs, by body: PortalBody) throws(Refusal) {
        if let template = try body.id("TemplateJobUid", of: "Job") { jobs.source = .template(template) }
        if let word = try body.word("JobSchedulerType", of: SelfServiceJobs.schedulers) { jobs.scheduler = word }
        if let flag = try body.flag("HighPriorityJob") { jobs.isHighPriority = flag }
    }

    /// `JobSettings` of an organization, which says whether the settings are the defaults or its own
    /// [get_vcloud_orgconfigs_id].
    static func organizationJobs(_ jobs: SelfServiceJobs) -> Content {
        let source: [Content] =
            switch jobs.source {
            case .defaults: [.value("DefaultSettings", true), .absent("CustomSettings")]
            case .custom: [.absent("DefaultSettings"), .value("CustomSettings", true)]
            case .template: [.absent("DefaultSettings"), .absent("CustomSettings")]
            }
        return .group("JobSettings", source + common(jobs))
    }

    /// `JobSettings` of a user, which says whether the settings are the defaults
    /// [get_selfservice_vsphere_configs_id].
    static func userJobs(_ jobs: SelfServiceJobs) -> Content {
        .group("JobSettings", [.value("DefaultSettings", .boolean(jobs.usesDefaults))] + common(jobs))
    }

    private static func common(_ jobs: SelfServiceJobs) -> [Content] {
        let template: String? =
            if case .template(let id) = jobs.source { UID("Job", id).description } else { nil }
        return [
            .text("JobSchedulerType", jobs.scheduler),
            .value("HighPriorityJob", .boolean(jobs.isHighPriority)),
            .text("TemplateJobUid", template),
        ]
    }
}
