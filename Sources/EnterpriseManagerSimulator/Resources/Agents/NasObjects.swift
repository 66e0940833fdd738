// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `NASObject`: what a file share backup job processes [nas_jobs_id_includes, nas_jobs_id_includes_id].
enum NasObjects: Queryable {
    static func list(of job: GUID) -> Address { NasJobs.part("includes", of: job) }

    static func register(in router: inout Router) {
        router.on(.get, NasJobs.path + "/*/includes") { (call, world) throws(Refusal) in
            let job = try NasJobs.record(call, in: world)
            return .ok(.list("NASObjects", of: "NASObject", job.objects.map { element($0, of: job, world) }))
        }
        router.on(.get, NasJobs.path + "/*/includes/*") { (call, world) throws(Refusal) in
            let job = try NasJobs.record(call, in: world)
            let id = try call.id(1, type: "NasObject")
            guard let object = job.objects.first(where: { $0.id == id }) else {
                throw Refusal.missing("object in job", id)
            }
            return .ok(element(object, of: job, world))
        }
    }

    /// With a world a resource with links, without one the copy inside a job entity.
    static func element(_ object: NasObjectRecord, of record: NasJobRecord, _ world: World?) -> Element {
        let links = world.map { world in
            [
                OfferedLink("Up", "Job", NasJobs.one(record.id).entity, name: record.job.name),
                OfferedLink(
                    "Related",
                    FileServers.type,
                    FileServers.one(object.fileServer).entity,
                    name: world.agents.fileServers[object.fileServer]?.name
                ),
            ]
        }
        return Element(
            "NASObject",
            Identity(type: "NasObject", address: NasJobs.part("includes/\(object.id)", of: record.id)),
            links: links,
            content: [
                .text("HierarchyObjRef", "urn:NasBackup:BackupServer:\(record.job.server)"),
                .text("ObjectInJobId", object.id.description),
                .text("FileOrFolder", object.path),
                .text("FileServerUid", UID(FileServers.type, object.fileServer).description),
                // In JSON an object with `Extensions` (seen in a public script), unlike other lists of texts.
                .group("InclusionMask", [.repeated("Extension", ["*.*"])]),
                .group("ExclusionMask", [.repeated("Extension", [object.path + "/.snapshot"])]),
            ]
        )
    }

    static var queries: [QuerySource] {
        [
            QuerySource("NasObject") { _, world in
                world.agents.nasJobs.records.lazy.flatMap { job in
                    job.objects.map { object in QueryRow { element(object, of: job, world) } }
                }
            }
        ]
    }
}
