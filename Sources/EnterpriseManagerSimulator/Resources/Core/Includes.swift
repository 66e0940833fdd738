// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `ObjectInJob`: the machines and containers of backup and replication jobs
/// [get_jobs_id_includes, post_jobs_id_includes].
enum Includes: ResourceFamily {
    static func list(of job: GUID) -> Address { Jobs.part("includes", of: job) }
    private static func one(_ id: GUID, of job: GUID) -> Address { Jobs.part("includes/\(id)", of: job) }

    static func register(in router: inout Router) {
        router.on(.get, "jobs/*/includes") { (call, world) throws(Refusal) in
            let job = try job(call, in: world)
            return .ok(.list("ObjectsInJob", of: "ObjectInJob", job.objects.map { resource($0, of: job, world) }))
        }
        router.on(.get, "jobs/*/includes/*") { (call, world) throws(Refusal) in
            let (job, object) = try object(call, in: world)
            return .ok(resource(object, of: job, world))
        }
        router.on(.post, "jobs/*/includes", add)
        router.on(.delete, "jobs/*/includes/*") { (call, world) throws(Refusal) in
            let (job, object) = try object(call, in: world)
            return world.begin("UpdateJob", for: call) { [jobID = job.id, id = object.id] _, _ in
                .done { world, _ in world.update(job: jobID) { $0.objects.removeAll { $0.id == id } } }
            }
        }
    }

    /// `ObjectInJob`; the copies inside a job entity have no links [jobs_id].
    static func element(_ object: ObjectInJobRecord, of job: JobRecord, isNested: Bool) -> Element {
        Element(
            "ObjectInJob",
            Identity(type: "ObjectInJob", address: one(object.id, of: job.id)),
            links: isNested ? nil : [],
            content: [
                .text("ObjectInJobId", object.id.description),
                .text("HierarchyObjRef", object.reference),
                .text("Name", object.name),
                .text("DisplayName", object.name),
                .value("Order", object.order.map { .number($0) }),
                object.guest ?? GuestProcessing.content,
            ]
        )
    }

    private static func resource(_ object: ObjectInJobRecord, of job: JobRecord, _ world: World) -> Element {
        var element = element(object, of: job, isNested: false)
        let isTyped = world.configuration.deleteLinkTyped
        element.links = [
            OfferedLink(
                "Delete",
                isTyped ? "ObjectInJob" : nil,
                one(object.id, of: job.id),
                name: isTyped ? object.name : nil
            ),
            OfferedLink("Up", "Job", Jobs.one(job.id).entity, name: job.name),
        ]
        return element
    }

    private static func job(_ call: Call, in world: World) throws(Refusal) -> JobRecord {
        let job = try Jobs.job(call, in: world)
        guard !job.kind.isCopy else { throw Refusal(400, "Job \"\(job.name)\" has no objects of its own.") }
        return job
    }

    private static func object(_ call: Call, in world: World) throws(Refusal) -> (JobRecord, ObjectInJobRecord) {
        let job = try job(call, in: world)
        let id = try call.id(1, type: "ObjectInJob")
        guard let object = job.objects.first(where: { $0.id == id }) else {
            throw Refusal.missing("object in job", id)
        }
        return (job, object)
    }

    private static func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let job = try job(call, in: world)
        let document = try call.document()
        try document.check(
            call.format,
            root: "CreateObjectInJobSpec",
            orders: [["HierarchyObjRef", "HierarchyObjName", "Order", "GuestProcessingOptions"]],
            required: ["HierarchyObjRef", "HierarchyObjName"]
        )
        let reference = document["HierarchyObjRef"]?.text ?? ""
        let name = document["HierarchyObjName"]?.text ?? ""
        guard reference.lowercased().hasPrefix("urn:") else {
            throw Refusal(400, "\(reference) is not a hierarchy object reference")
        }
        let order = try number("Order", in: document)
        let guest = document["GuestProcessingOptions"] == nil ? nil : try GuestProcessing.content.edited(by: document)
        return world.begin("UpdateJob", for: call) { [id = job.id] world, _ in
            let claim = "object \(id) \(reference)"
            let isIncluded = world.jobs[id]?.objects.contains { $0.reference == reference } ?? false
            if isIncluded || world.claims.contains(claim) {
                return .failed("Object \"\(name)\" is already in the job.")
            }
            let object = ObjectInJobRecord(
                id: world.generator.guid(),
                reference: reference,
                name: name,
                order: order,
                guest: guest
            )
            return .done(claim: claim) { world, _ in world.update(job: id) { $0.objects.append(object) } }
        }
    }

    private static func number(_ name: String, in document: BodyNode) throws(Refusal) -> Int? {
        guard let text = document[name]?.text else { return nil }
        guard let number = Int(text), number >= 0 else { throw Refusal(400, "\(name) is not a number: \(text)") }
        return number
    }
}

extension Includes: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("ObjectInJob") { _, world in
                world.jobs.records.lazy.flatMap { job in
                    job.objects.map { object in QueryRow { resource(object, of: job, world) } }
                }
            }
        ]
    }
}
