// SPDX-License-Identifier: Apache-2.0

/// A job and its settings.
struct JobRecord: TableRecord {
    let id: GUID
    var name: String
    let kind: JobKind
    let server: GUID
    /// Where it writes; nil for replicas.
    var repository: GUID?
    var platform = "VMware"
    var description = ""
    var scheduleConfigured = true
    var scheduleEnabled = true
    /// The hour of the daily run.
    var hour = 22
    /// What clones and replicas append to the names of machines.
    var suffix = "_replica"
    var objects: [ObjectInJobRecord] = []
    var linkedJobs: [LinkedRecord] = []
    var linkedRepositories: [LinkedRecord] = []
    /// Backups that cannot be linked by REST; any edit of the linked lists drops them [post_jobs_id_linked_jobs].
    var linkedBackups: [LinkedRecord] = []

    /// The options of a job that was edited; nil for those that it began with.
    var changedSettings: JobSettings?

    /// The options of the job.
    var settings: JobSettings { changedSettings ?? JobSettings(of: self) }

    var uid: UID { UID(kind.resource, id) }
}
