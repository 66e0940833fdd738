// SPDX-License-Identifier: Apache-2.0

/// An object of a virtual infrastructure, as a lookup finds it [lookup_query].
struct HierarchyItemRecord: Hashable, Sendable {
    let root: GUID
    let type: String
    let name: String
    let reference: String
}
