// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Clone of jobs; every kind has a body of its own [post_jobs_id_actionclone].
enum JobClone: ResourceFamily {
    static func register(in router: inout Router) {
        router.on(.post, "jobs/*", action: "clone") { (call, world) throws(Refusal) in
            let job = try Jobs.job(call, in: world)
            let info = try info(of: call, for: job.kind)
            return world.begin("CloneJob", for: call) { [id = job.id] world, _ in clone(id, info, &world) }
        }
    }

    /// The shape of a clone body: its members in every order that the guide prints, and those that it demands.
    private static func shape(of kind: JobKind) -> (orders: [[String]], required: [String]) {
        switch kind {
        case .backup:
            // FolderName is mandatory by the table; a live server took bodies without it (seen in a public client).
            ([["JobName", "FolderName", "RepositoryUid", "Description"]], ["JobName", "RepositoryUid"])
        case .replica:
            ([["JobName", "VmSuffix", "Description"]], ["JobName", "VmSuffix"])
        case .backupCopy:
            (
                [["JobName", "JobFileName", "RepositoryUid", "Description"]],
                ["JobName", "JobFileName", "RepositoryUid"]
            )
        case .immediateBackupCopy:
            // The table and the example differ in the order.
            (
                [
                    ["JobName", "JobFileName", "RepositoryUid", "Description"],
                    ["JobName", "Description", "RepositoryUid", "JobFileName"],
                ],
                ["JobName", "JobFileName", "RepositoryUid"]
            )
        // These lie elsewhere and cannot be cloned.
        case .agentBackup, .nasBackup:
            ([], [])
        }
    }

    private static func info(of call: Call, for kind: JobKind) throws(Refusal) -> BodyNode {
        let document = try call.document()
        let name = kind.rawValue + "JobCloneInfo"
        try document.check(call.format, root: "JobCloneSpec", orders: [[name]], required: [name])
        guard let info = document[name] else { throw Refusal(400, "\(name) is missing") }
        let shape = shape(of: kind)
        try info.check(call.format, root: name, orders: shape.orders, required: shape.required)
        return info
    }

    private static func clone(_ id: GUID, _ info: BodyNode, _ world: inout World) -> TaskOutcome {
        guard let original = world.jobs[id] else { return .failed("Job is not found.") }
        let name = info["JobName"]?.text ?? ""
        guard !name.isEmpty, name.count <= 50 else {
            return .failed("Job name \"\(name)\" is invalid: it must have 1 to 50 characters.")
        }
        let claim = "job name \(name.lowercased())"
        let isTaken = world.jobs.contains { $0.name.lowercased() == name.lowercased() }
        guard !isTaken, !world.claims.contains(claim) else {
            return .failed("Job with the name \"\(name)\" already exists.")
        }
        var clone = original.copied(as: world.generator.guid(), name: name)
        // The clone arrives with its schedule off (seen in a public client).
        clone.scheduleEnabled = false
        if let text = info["RepositoryUid"]?.text {
            guard let uid = UID(text), world.repository(uid.id) != nil else {
                return .failed("Repository \(text) is not found.")
            }
            clone.repository = uid.id
        }
        if let text = info["Description"]?.text { clone.description = text }
        if let text = info["VmSuffix"]?.text { clone.suffix = text }
        clone.objects = original.objects.map {
            ObjectInJobRecord(
                id: world.generator.guid(),
                reference: $0.reference,
                name: $0.name,
                order: $0.order,
                guest: $0.guest
            )
        }
        for list in [\JobRecord.linkedJobs, \.linkedRepositories, \.linkedBackups] {
            clone[keyPath: list] = original[keyPath: list].map {
                LinkedRecord(id: world.generator.guid(), target: $0.target)
            }
        }
        let related = OfferedLink("Related", "Job", Jobs.one(clone.id).entity, name: name)
        return .done(links: [related], claim: claim) { [clone] world, _ in world.add(clone) }
    }
}

extension JobRecord {
    fileprivate func copied(as id: GUID, name: String) -> JobRecord {
        var copy = JobRecord(id: id, name: name, kind: kind, server: server)
        copy.repository = repository
        copy.platform = platform
        copy.description = description
        copy.scheduleConfigured = scheduleConfigured
        copy.changedSettings = changedSettings?.ofClone
        copy.hour = hour
        copy.suffix = suffix
        return copy
    }
}
