// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What linked jobs and linked repositories have in common; they differ in names only [backup_copy_job_options].
struct LinkedMembers: Sendable {
    let path: String
    /// The root of the list.
    let collection: String
    let item: String
    /// The `Type` of an item; `TypeList` is that of the link to the list.
    let type: String
    /// The member with the UID.
    let field: String
    /// What the UID must name.
    let resource: String
    /// The wrapper inside a job entity.
    let includes: String
    let keyPath: @Sendable () -> WritableKeyPath<JobRecord, [LinkedRecord]>
    let exists: @Sendable (GUID, World) -> Bool

    func register(in router: inout Router) {
        router.on(.get, "jobs/*/" + path) { (call, world) throws(Refusal) in
            let job = try job(call, in: world)
            return .ok(.list(collection, of: item, job[keyPath: keyPath()].map { resource($0, of: job) }))
        }
        router.on(.get, "jobs/*/\(path)/*") { (call, world) throws(Refusal) in
            let (job, linked) = try linked(call, in: world)
            return .ok(resource(linked, of: job))
        }
        router.on(.post, "jobs/*/" + path) { (call, world) throws(Refusal) in try add(call, &world) }
        router.on(.delete, "jobs/*/\(path)/*") { (call, world) throws(Refusal) in
            let (job, linked) = try linked(call, in: world)
            return world.begin("UpdateJob", for: call) { [id = job.id] _, _ in
                .done { world, _ in change(id, in: &world) { $0.removeAll { $0.id == linked.id } } }
            }
        }
    }

    /// The link from a copy job to the list [get_jobs_id].
    func down(of job: JobRecord) -> OfferedLink { OfferedLink("Down", type + "List", Jobs.part(path, of: job.id)) }
    /// The link to add an item, at the same address [get_jobs_id].
    func create(of job: JobRecord) -> OfferedLink { OfferedLink("Create", type, Jobs.part(path, of: job.id)) }

    /// The list inside a job entity, whose items have neither links nor an address [get_jobs_id].
    func nested(in job: JobRecord) -> Content {
        let items = job[keyPath: keyPath()].map { Element(item, content: content($0)) }
        return .group(includes, [.items(of: item, items)])
    }

    private func resource(_ linked: LinkedRecord, of job: JobRecord) -> Element {
        let address = Jobs.part("\(path)/\(linked.id)", of: job.id)
        return Element(
            item,
            Identity(type: type, address: address),
            links: [
                OfferedLink("Up", "Job", Jobs.one(job.id).entity, name: job.name),
                OfferedLink("Delete", nil, address),
            ],
            content: content(linked)
        )
    }

    private func content(_ linked: LinkedRecord) -> [Content] {
        [.text("ObjectInJobId", linked.id.description), .text(field, UID(resource, linked.target).description)]
    }

    private func job(_ call: Call, in world: World) throws(Refusal) -> JobRecord {
        let job = try Jobs.job(call, in: world)
        guard job.kind.isCopy else { throw Refusal(400, "Job \"\(job.name)\" is not a backup copy job.") }
        guard call.version >= .v1_7 else { throw Refusal.nothingThere }
        return job
    }

    private func linked(_ call: Call, in world: World) throws(Refusal) -> (JobRecord, LinkedRecord) {
        let job = try job(call, in: world)
        let id = try call.id(1, type: type)
        guard let linked = job[keyPath: keyPath()].first(where: { $0.id == id }) else {
            throw Refusal.missing("linked object", id)
        }
        return (job, linked)
    }

    /// Takes any root that holds the field: which one EM expects in XML is printed in no reachable copy of the page.
    private func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let job = try job(call, in: world)
        guard let text = try call.document()[field]?.text else { throw Refusal(400, "\(field) is missing") }
        guard let uid = UID(text), uid.resource.lowercased() == resource.lowercased(), exists(uid.id, world),
            uid.id != job.id
        else { throw Refusal(400, "\(field) \(text) is invalid") }
        return world.begin("UpdateJob", for: call) { [id = job.id] world, _ in
            let claim = "\(path) \(id) \(uid)"
            let isLinked = world.jobs[id]?[keyPath: keyPath()].contains { $0.target == uid.id } ?? false
            if isLinked || world.claims.contains(claim) {
                return .failed("\(resource) \(uid) is already linked to the job.")
            }
            let linked = LinkedRecord(id: world.generator.guid(), target: uid.id)
            return .done(claim: claim) { world, _ in change(id, in: &world) { $0.append(linked) } }
        }
    }

    /// Changes the list; any change drops the linked backups, which cannot be added again by REST
    /// [post_jobs_id_linked_jobs].
    private func change(_ job: GUID, in world: inout World, _ body: (inout [LinkedRecord]) -> Void) {
        world.update(job: job) {
            body(&$0[keyPath: keyPath()])
            $0.linkedBackups = []
        }
    }
}
