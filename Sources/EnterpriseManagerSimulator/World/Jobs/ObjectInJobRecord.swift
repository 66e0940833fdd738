// SPDX-License-Identifier: Apache-2.0

/// A machine or container that a job processes.
struct ObjectInJobRecord: Sendable {
    let id: GUID
    /// Where it stands in its virtual infrastructure [constructing_hierarchyobjreftype].
    let reference: String
    let name: String
    /// Its place among the objects, where it was given one [post_jobs_id_includes].
    var order: Int?
    /// Its options, where it was given some; nil for those of every object.
    var guest: Content?
}
