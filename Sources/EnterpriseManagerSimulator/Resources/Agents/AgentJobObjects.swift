// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `ObjectInAgentBackupJob`: what a job of agents processes [get_agents_jobs_id_includes_id].
enum AgentJobObjects: Queryable {
    static func list(of job: GUID) -> Address { AgentJobs.part("includes", of: job) }

    static func register(in router: inout Router) {
        router.on(.get, AgentJobs.path + "/*/includes") { (call, world) throws(Refusal) in
            let job = try AgentJobs.record(call, in: world).job
            let objects = job.objects.map { element($0, of: job, isNested: false) }
            return .ok(.list("ObjectsInAgentBackupJob", of: "ObjectInAgentBackupJob", objects))
        }
        router.on(.get, AgentJobs.path + "/*/includes/*") { (call, world) throws(Refusal) in
            let job = try AgentJobs.record(call, in: world).job
            let id = try call.id(1, type: "ObjectInAgentBackupJob")
            guard let object = job.objects.first(where: { $0.id == id }) else {
                throw Refusal.missing("object in job", id)
            }
            return .ok(element(object, of: job, isNested: false))
        }
    }

    /// The copies inside a job entity have no links; those of single ones are in no page, the one to the job is that
    /// of other objects (inferred).
    static func element(_ object: ObjectInJobRecord, of job: JobRecord, isNested: Bool) -> Element {
        Element(
            "ObjectInAgentBackupJob",
            Identity(type: "ObjectInAgentBackupJob", address: AgentJobs.part("includes/\(object.id)", of: job.id)),
            links: isNested ? nil : [OfferedLink("Up", "Job", AgentJobs.one(job.id).entity, name: job.name)],
            content: [
                .text("ObjectInJobId", object.id.description), .text("Name", object.name),
                .text("DisplayName", object.name), GuestProcessing.content,
            ]
        )
    }

    static var queries: [QuerySource] {
        [
            QuerySource("ObjectInAgentBackupJob") { _, world in
                world.agents.jobs.records.lazy.map(\.job).flatMap { job in
                    job.objects.map { object in QueryRow { element(object, of: job, isNested: false) } }
                }
            }
        ]
    }
}
