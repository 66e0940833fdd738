// SPDX-License-Identifier: Apache-2.0

/// A machine or container that a job processes.
struct ObjectInJobRecord: Sendable {
    let id: GUID
    /// Where it stands in its virtual infrastructure [constructing_hierarchyobjreftype].
    let reference: String
    let name: String
}
